import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, STAMPS } from './repository.mjs';

const GENERATED = new Set(['node_modules', 'dist', 'coverage', 'test-results']);

/**
 * Every file below the given files and folders, in a fixed order, without what is installed or generated.
 * A path that does not exist has no files.
 * @param {readonly string[]} paths from the root
 * @returns {string[]} absolute paths
 */
export function filesBelow(paths) {
  return paths.flatMap((path) => walk(join(ROOT, path)));
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function walk(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !GENERATED.has(name))
    .sort()
    .flatMap((name) => walk(join(path, name)));
}

/**
 * One value that changes when a file's name or content does.
 * @param {readonly string[]} files absolute paths
 * @param {(file: string, content: Buffer) => Buffer | string} [relevant] the part of a file that counts
 */
export function fingerprint(files, relevant = (_, content) => content) {
  const hash = createHash('sha256');
  for (const file of files) {
    const part = relevant(file, readFileSync(file));
    hash.update(`${relative(ROOT, file)}\0${Buffer.byteLength(part)}\0`).update(part);
  }
  return hash.digest('hex');
}

/**
 * Whether a step was last done for this very fingerprint.
 * @param {string} step
 * @param {string} value
 */
export function isStamped(step, value) {
  const stamp = join(STAMPS, `.corridor-${step}`);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value;
}

/**
 * Notes what a step was done for; an empty value says that it must be done again.
 * @param {string} step
 * @param {string} value
 */
export function stamp(step, value) {
  writeFileSync(join(STAMPS, `.corridor-${step}`), value);
}
