import { runBundled } from './run-bundled.mjs';

process.exit(
  await runBundled({
    root: 'apps/api',
    entry: 'src/testing/doubles-speed/main.ts',
    outDir: 'node_modules/.corridor-doubles-speed',
  }),
);
