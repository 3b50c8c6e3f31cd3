import { existsSync } from 'node:fs';
import { filesBelow, fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { precompress } from './precompress.mjs';
import { inRepository } from './repository.mjs';
import { runTool } from './run.mjs';

const TEST_FILE = /\.test\.tsx?$|\/testing\//;

/** @type {readonly { app: string, title: string, sources: string[], result: string }[]} */
const APPS = [
  { app: 'web', title: 'dashboard', sources: ['apps/web/src', 'apps/web/public'], result: 'dist/index.html' },
  { app: 'api', title: 'server', sources: ['apps/api/src'], result: 'dist/main.js' },
];

/**
 * Builds the dashboard and the server, each only when its sources changed since its last build.
 * @returns {Promise<boolean>} whether both are built
 */
export async function buildAppsWhenNeeded() {
  for (const app of APPS) {
    if (!(await buildWhenNeeded(app))) return false;
  }
  return true;
}

/** @param {typeof APPS[number]} app */
async function buildWhenNeeded({ app, title, sources, result }) {
  const folder = `apps/${app}`;
  const wanted = fingerprint(sourceFiles(folder, sources));
  if (existsSync(inRepository(`${folder}/${result}`)) && isStamped(`build-${app}`, wanted)) return true;
  console.log(`Building the ${title} …`);
  stamp(`build-${app}`, '');
  const code = await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd: inRepository(folder) });
  if (code !== 0) {
    console.error(`The ${title} could not be built: the message above says why.`);
    return false;
  }
  if (app === 'web') await precompress(inRepository(`${folder}/dist`));
  stamp(`build-${app}`, wanted);
  return true;
}

/**
 * @param {string} folder
 * @param {string[]} sources
 */
function sourceFiles(folder, sources) {
  const settings = ['package.json', 'vite.config.ts', 'index.html'].map((name) => `${folder}/${name}`);
  return filesBelow([...settings, ...sources, 'packages', 'pnpm-lock.yaml']).filter((file) => !TEST_FILE.test(file));
}
