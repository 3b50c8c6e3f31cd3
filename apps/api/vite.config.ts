import { builtinModules } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { keepSourceAddresses } from '../../scripts/keep-source-addresses.mjs';

const folder = dirname(fileURLToPath(import.meta.url));

/**
 * The server and its worker for production: the workspace's TypeScript bundled in, packages from npm left to node_modules. All
 * in one folder, since `keepSourceAddresses` tells the addresses of sources from there.
 */
export default defineConfig({
  root: folder,
  plugins: [keepSourceAddresses()],
  ssr: { noExternal: [/^@corridor\//] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: { main: 'src/main.ts', 'extraction-worker': 'src/feeds/extraction-worker.ts' },
      external: [...builtinModules, /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
