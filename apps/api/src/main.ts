import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadPortfolio } from '@corridor/cpec-data';
import { StoreError } from '@corridor/store';
import { destination, type Logger, pino } from 'pino';
import { ConfigError, parseConfig } from './config.ts';
import { type Running, start } from './start.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The dashboard stands beside this app, for the bundle (dist/) and for the source (src/) alike. */
const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Built beside this file. Not `import.meta.url`, which the build keeps as the address of the source. */
const extractionWorker = pathToFileURL(join(import.meta.dirname, 'extraction-worker.js'));

async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const logger = pino({ level: config.logLevel }, destination({ dest: 2, sync: true }));
  const starting = start({ config, loadPortfolio, webRoot, extractionWorker, logger, say });
  stopOnSignals(starting, logger);
  const { url } = await starting;
  say(`Ready: ${url}`);
}

/** A signal during the start waits for its end, so that nothing is left half made. Repeated signals change nothing. */
function stopOnSignals(starting: Promise<Running>, logger: Logger): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say(`Stopping on ${signal} …`);
    try {
      await (await starting).stop();
      process.exit(0);
    } catch (error) {
      logger.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** One plain line for what an operator can put right; the whole error for what only we can. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return `The environment is wrong:\n${error.message}`;
  if (error instanceof StoreError) return `The store cannot be opened: ${error.message}`;
  if (error instanceof Error && 'code' in error) {
    const { code } = error;
    if (code === 'EADDRINUSE') return 'The port is in use: another program listens there. Set PORT to another port.';
    if (code === 'EACCES') return 'The port may not be used: set PORT to 1024 or more.';
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST is no address of this machine.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
