import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';
import { keepSourceAddresses } from './keep-source-addresses.mjs';
import { inRepository } from './repository.mjs';
import { run } from './run.mjs';

checkNode();
if (!(await installWhenNeeded())) process.exit(1);
const { build } = await import('vite');
await build({
  root: inRepository('packages/extraction'),
  configFile: false,
  logLevel: 'warn',
  plugins: [keepSourceAddresses()],
  ssr: { noExternal: [/^@corridor\//] },
  build: {
    ssr: 'src/testing/evaluation/main.ts',
    outDir: 'node_modules/.corridor-eval',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
  },
});
process.exit(await run(process.execPath, [inRepository('packages/extraction/node_modules/.corridor-eval/main.js')]));
