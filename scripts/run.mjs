import { spawn } from 'node:child_process';
import { ROOT } from './repository.mjs';

/**
 * Runs a program to its end with the terminal as its own.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<number>} its exit code, 1 when a signal ended it or it could not start
 */
export function run(command, args, { cwd = ROOT } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    child.once('error', (error) => {
      console.error(`${command} could not start: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a tool of the repository's own node_modules, by the path of its JavaScript entry.
 * @param {string} entry path below node_modules
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 */
export function runTool(entry, args, options) {
  return run(process.execPath, [`${ROOT}/node_modules/${entry}`, ...args], options);
}
