import { builtinModules } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { keepSourceAddresses } from '../../scripts/keep-source-addresses.mjs';

const folder = dirname(fileURLToPath(import.meta.url));

/** One file for production: the workspace's TypeScript bundled in, packages from npm left to node_modules. */
export default defineConfig({
  root: folder,
  plugins: [keepSourceAddresses()],
  ssr: { noExternal: [/^@corridor\//] },
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rollupOptions: { external: [...builtinModules, /^node:/], output: { format: 'es', entryFileNames: '[name].js' } },
  },
});
