import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';
import { keepSourceAddresses } from './keep-source-addresses.mjs';
import { inRepository } from './repository.mjs';
import { run } from './run.mjs';

checkNode();
if (!(await installWhenNeeded())) process.exit(1);
const { build } = await import('vite');
await build({
  root: inRepository('packages/importers'),
  configFile: false,
  logLevel: 'warn',
  plugins: [keepSourceAddresses()],
  ssr: { noExternal: [/^@corridor\//] },
  build: {
    ssr: 'src/testing/fuzz/main.ts',
    outDir: 'node_modules/.corridor-fuzz',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
  },
});
const main = inRepository('packages/importers/node_modules/.corridor-fuzz/main.js');
process.exit(await run(process.execPath, [main, ...process.argv.slice(2)]));
