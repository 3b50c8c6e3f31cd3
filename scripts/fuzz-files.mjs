import { runBundled } from './run-bundled.mjs';

process.exit(
  await runBundled({
    root: 'packages/importers',
    entry: 'src/testing/fuzz/main.ts',
    outDir: 'node_modules/.corridor-fuzz',
  }),
);
