import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the worker that reads articles, as for production, into a folder of its own. Takes some seconds. */
export async function buildExtractionWorker(name: string): Promise<{ readonly url: URL; remove(): Promise<void> }> {
  const outDir = join(folder, 'node_modules', `.${name}`);
  await build({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    logLevel: 'error',
    build: { ssr: 'src/feeds/extraction-worker.ts', outDir, emptyOutDir: true },
  });
  return {
    url: pathToFileURL(join(outDir, 'extraction-worker.js')),
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}
