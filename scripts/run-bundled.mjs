import { checkNode } from './check-node.mjs';
import { installWhenNeeded } from './install.mjs';
import { keepSourceAddresses } from './keep-source-addresses.mjs';
import { inRepository } from './repository.mjs';
import { run } from './run.mjs';

/**
 * Bundles a program of the repository, which Node 20 cannot run as it stands, and runs it with the arguments of this process.
 * @param {{ root: string, entry: string, outDir: string }} program the package's folder, and two paths within it
 * @returns {Promise<number>} its exit code
 */
export async function runBundled({ root, entry, outDir }) {
  checkNode();
  if (!(await installWhenNeeded())) return 1;
  const { build } = await import('vite');
  await build({
    root: inRepository(root),
    configFile: false,
    logLevel: 'warn',
    plugins: [keepSourceAddresses()],
    ssr: { noExternal: [/^@corridor\//] },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
  return run(process.execPath, [inRepository(`${root}/${outDir}/main.js`), ...process.argv.slice(2)]);
}
