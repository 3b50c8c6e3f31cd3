import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.map', '.svg', '.txt', '.webmanifest', '.xml']);
const SMALLEST_BYTES = 1024;

/**
 * Writes a .br and a .gz beside every text file worth it, for a server that sends files as they lie.
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function precompress(folder) {
  const entries = await readdir(folder, { recursive: true });
  await Promise.all(
    entries.filter((entry) => COMPRESSIBLE.has(extname(entry))).map((entry) => compressFile(join(folder, entry))),
  );
}

/** @param {string} file */
async function compressFile(file) {
  const content = await readFile(file);
  if (content.length < SMALLEST_BYTES) return;
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
}
