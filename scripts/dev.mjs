import { spawn } from 'node:child_process';
import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';
import { inRepository, ROOT } from './repository.mjs';

checkNode();
if (!(await installWhenNeeded())) process.exit(1);
const { build, createServer } = await import('vite');
const port = process.env.PORT ?? '8080';

const watcher = await build({ root: inRepository('apps/api'), logLevel: 'warn', build: { watch: {} } });
if (!('on' in watcher)) throw new Error('vite build did not watch the sources of the API');
/** @type {import('node:child_process').ChildProcess | null} */
let server = null;
watcher.on('event', async (event) => {
  if (event.code === 'ERROR') console.error(event.error.message);
  if (event.code !== 'END') return;
  await stopServer();
  server = spawn(process.execPath, ['apps/api/dist/main.js'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PORT: port },
  });
});

const api = `http://127.0.0.1:${port}`;
const web = await createServer({
  root: inRepository('apps/web'),
  server: { proxy: { '/v1': api, '/docs': api, '/healthz': api, '/readyz': api } },
});
await web.listen();
web.printUrls();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.all([watcher.close(), web.close(), stopServer()]);
    process.exit(0);
  });
}

/** The database belongs to one process at a time: the old server must be gone before the next one starts. */
function stopServer() {
  return new Promise((resolve) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return resolve(undefined);
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });
}
