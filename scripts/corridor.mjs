import { existsSync } from 'node:fs';
import { checkNode } from './check-node.mjs';
import { filesBelow, fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { installWhenNeeded } from './install.mjs';
import { inRepository } from './repository.mjs';
import { run, runTool } from './run.mjs';

/** Beside the server's own bundle, which is emptied by each build of the server. */
const FOLDER = 'apps/api/node_modules/.corridor';
const STEP = 'build-corridor';

checkNode();
if (!(await installWhenNeeded()) || !(await buildWhenNeeded())) process.exit(1);
process.exit(await run(process.execPath, [inRepository(`${FOLDER}/corridor.js`), ...process.argv.slice(2)]));

/** @returns {Promise<boolean>} whether the commands are built from the sources that are there */
async function buildWhenNeeded() {
  const wanted = fingerprint(filesBelow(['apps/api/vite.config.ts', 'apps/api/src', 'packages', 'pnpm-lock.yaml']));
  if (existsSync(inRepository(`${FOLDER}/corridor.js`)) && isStamped(STEP, wanted)) return true;
  console.error('Building the commands …');
  stamp(STEP, '');
  const flags = [
    '--ssr',
    'src/cli/corridor.ts',
    '--outDir',
    inRepository(FOLDER),
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  if ((await runTool('vite/bin/vite.js', ['build', ...flags], { cwd: inRepository('apps/api') })) !== 0) {
    console.error('The commands could not be built: the message above says why.');
    return false;
  }
  stamp(STEP, wanted);
  return true;
}
