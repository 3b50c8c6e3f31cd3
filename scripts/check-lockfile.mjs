import { readFileSync } from 'node:fs';
import { inRepository } from './repository.mjs';

const ADDRESS = /tarball:|https?:\/\//;

/**
 * Reports every line of the lockfile that names an address: it must install from any registry.
 * @returns {boolean} whether there is none
 */
export function checkLockfile() {
  const found = addressesIn(readFileSync(inRepository('pnpm-lock.yaml'), 'utf8'));
  for (const line of found) {
    console.error(
      `pnpm-lock.yaml:${line}  names an address: remove it by installing from a registry with the usual paths`,
    );
  }
  return found.length === 0;
}

/**
 * The numbers of the lines that name a host or a tarball.
 * @param {string} lockfile
 */
export function addressesIn(lockfile) {
  return lockfile.split('\n').flatMap((line, index) => (ADDRESS.test(line) ? [index + 1] : []));
}
