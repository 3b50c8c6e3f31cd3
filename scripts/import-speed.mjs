import { runBundled } from './run-bundled.mjs';

process.exit(
  await runBundled({
    root: 'packages/importers',
    entry: 'src/testing/speed/main.ts',
    outDir: 'node_modules/.corridor-speed',
  }),
);
