import { runBundled } from './run-bundled.mjs';

process.exit(
  await runBundled({ root: 'apps/api', entry: 'src/testing/fuzz/main.ts', outDir: 'node_modules/.corridor-fuzz' }),
);
