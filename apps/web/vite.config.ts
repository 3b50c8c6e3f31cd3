import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkOfStart } from './chunk-of-start.ts';
import { preloadChunk } from './preload-chunk.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:8080';

const inSource = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

export default defineConfig({
  plugins: [react(), preloadChunk('page')],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ debugName: 'start', name: chunkOfStart(inSource('main.ts'), inSource('app/mount.tsx')) }],
        },
      },
    },
  },
  server: { proxy: { '/v1': api, '/docs': api } },
});
