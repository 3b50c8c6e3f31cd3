import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the scripts note what they installed and built, so that a second run need not. */
export const STAMPS = join(ROOT, 'node_modules');

/**
 * Any place in the repository by its path from the root.
 * @param {string} path
 */
export const inRepository = (path) => join(ROOT, path);
