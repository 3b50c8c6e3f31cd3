// Runs PGlite in a worker thread. Plain JavaScript, because Node 20 loads it as it stands, also beside a bundle.
//
// In:  Uint8Array with whole messages of the PostgreSQL protocol, or 'close'.
// Out: { ready: serverVersion } once; then for each message in, in order, { answer: Uint8Array } or { failed: text }.
import { fdatasyncSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** PGlite's defaults without -F (which turns fsync off), and modest memory. */
const START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=16MB', 'max_wal_size=128MB'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];

/** Emscripten's error number for EIO. */
const EIO = 29;

/** PGlite's directory on disk with real fsync: its own file system drops the call, which loses commits with the power. */
class DurableNodeFS extends NodeFS {
  /**
   * @override
   * @param {PGlite} pg
   * @param {Parameters<NodeFS['init']>[1]} options
   * @returns {ReturnType<NodeFS['init']>}
   */
  async init(pg, options) {
    const result = await super.init(pg, options);
    result.emscriptenOpts.preRun?.push(addFsync);
    return result;
  }
}

/** @param {any} module the Emscripten module, whose file system classes PGlite's types do not describe */
function addFsync(module) {
  module.NODEFS.stream_ops.fsync = (/** @type {{ nfd: number }} */ stream) => {
    try {
      fdatasyncSync(stream.nfd);
      return 0;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      // Directories and special files cannot be synced everywhere.
      if (code === 'EINVAL' || code === 'EBADF') return 0;
      throw new module.FS.ErrnoError(EIO);
    }
  };
}

const port = parentPort;
if (!port) throw new Error('pglite-worker.mjs runs as a worker thread only');

const database = await PGlite.create({ fs: new DurableNodeFS(workerData.directory), startParams: START_PARAMS });
const version = await database.query("select current_setting('server_version') as version");
const [row] = /** @type {{ version: string }[]} */ (version.rows);

/** @param {Uint8Array} request */
async function answer(request) {
  try {
    const bytes = await database.execProtocolRaw(request);
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    port?.postMessage({ answer: own }, own.buffer instanceof ArrayBuffer ? [own.buffer] : []);
  } catch (error) {
    port?.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
}

async function close() {
  await database.close();
  port?.postMessage({ answer: new Uint8Array() });
}

let queue = Promise.resolve();
port.on('message', (/** @type {Uint8Array | 'close'} */ message) => {
  queue = queue.then(() => (message === 'close' ? close() : answer(message)));
});
port.postMessage({ ready: row?.version ?? '' });
