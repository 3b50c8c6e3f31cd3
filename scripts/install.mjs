import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { filesBelow, fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { inRepository, STAMPS } from './repository.mjs';
import { run } from './run.mjs';

const PNPM = 'pnpm@12.21.0';

/**
 * Installs the dependencies unless those of this very lockfile are there already: then nothing asks the network.
 * @returns {Promise<boolean>} whether all dependencies are in place
 */
export async function installWhenNeeded() {
  const wanted = fingerprint(dependencyFiles(), relevantPart);
  if (existsSync(STAMPS) && isStamped('install', wanted)) return true;
  console.log('Installing dependencies (the first time takes about half a minute) …');
  if ((await run('npx', ['-y', PNPM, 'install', '--frozen-lockfile'])) !== 0) {
    console.error(
      'Installing failed: the message above says why. It needs the npm registry once; and after a change of a ' +
        `package.json the lockfile has to follow: npx -y ${PNPM} install`,
    );
    return false;
  }
  stamp('install', wanted);
  return true;
}

function dependencyFiles() {
  const manifests = filesBelow(['apps', 'packages', 'bench']).filter((file) => basename(file) === 'package.json');
  const own = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'].map(inRepository);
  return [...own, ...manifests];
}

/**
 * Of a manifest only what it depends on, so that a new script is no reason to install.
 * @param {string} file
 * @param {Buffer} content
 */
function relevantPart(file, content) {
  if (basename(file) !== 'package.json') return content;
  const { name, dependencies, devDependencies, optionalDependencies } = JSON.parse(content.toString());
  return JSON.stringify([name, dependencies, devDependencies, optionalDependencies]);
}
