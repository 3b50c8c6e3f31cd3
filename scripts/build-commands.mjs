import { existsSync } from 'node:fs';
import { filesBelow, fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { inRepository } from './repository.mjs';
import { runTool } from './run.mjs';

/** Beside the server's own bundle, which is emptied by each build of the server. */
const FOLDER = inRepository('apps/api/node_modules/.corridor');
const STEP = 'build-corridor';

/** The program that carries out `npm run corridor`. */
export const COMMANDS = `${FOLDER}/corridor.js`;

/**
 * Builds the commands, when their sources changed since they were last built.
 * @returns {Promise<boolean>} whether they are built
 */
export async function buildCommandsWhenNeeded() {
  const wanted = fingerprint(filesBelow(['apps/api/vite.config.ts', 'apps/api/src', 'packages', 'pnpm-lock.yaml']));
  if (existsSync(COMMANDS) && isStamped(STEP, wanted)) return true;
  console.error('Building the commands …');
  stamp(STEP, '');
  const flags = ['--ssr', 'src/cli/corridor.ts', '--outDir', FOLDER, '--emptyOutDir', '--logLevel', 'warn'];
  if ((await runTool('vite/bin/vite.js', ['build', ...flags], { cwd: inRepository('apps/api') })) !== 0) {
    console.error('The commands could not be built: the message above says why.');
    return false;
  }
  stamp(STEP, wanted);
  return true;
}
