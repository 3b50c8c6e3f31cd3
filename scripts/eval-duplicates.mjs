import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';
import { keepSourceAddresses } from './keep-source-addresses.mjs';
import { inRepository } from './repository.mjs';
import { run } from './run.mjs';

checkNode();
if (!(await installWhenNeeded())) process.exit(1);
const { build } = await import('vite');
await build({
  root: inRepository('bench'),
  logLevel: 'warn',
  plugins: [keepSourceAddresses()],
  ssr: { noExternal: [/^@corridor\//] },
  build: {
    ssr: 'src/duplicates/main.ts',
    outDir: 'dist/duplicates',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
  },
});
process.exit(await run(process.execPath, [inRepository('bench/dist/duplicates/main.js')]));
