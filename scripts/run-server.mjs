import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './repository.mjs';

/** One Ctrl-C reaches us twice, from the terminal and from npm; a person who means it again takes longer. */
const SAME_PRESS_MS = 1000;

/**
 * Runs the built server until it ends. The first signal asks it to stop; one given later kills it.
 * It gets a process group of its own, so that the terminal's Ctrl-C comes to it through us, once.
 * @param {string} [script] from the root
 * @returns {Promise<number>} the server's exit code, 128 + n when signal n ended it
 */
export function runServer(script = 'apps/api/dist/main.js') {
  const child = spawn(process.execPath, [script], { cwd: ROOT, stdio: 'inherit', detached: true });
  let askedAt = 0;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    if (askedAt === 0) {
      askedAt = Date.now();
      child.kill(signal);
    } else if (Date.now() - askedAt > SAME_PRESS_MS) {
      console.error('Stopping at once.');
      child.kill('SIGKILL');
    }
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, pass);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`The server could not start: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']));
  });
}
