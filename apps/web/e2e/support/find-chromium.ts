import { join } from 'node:path';
import type { Machine } from './machine.ts';
import { thisMachine } from './machine.ts';

/** A browser that starts on this machine, with the variables that it needs to do so. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The first Chromium that really starts: the one that CHROMIUM_PATH names, one in the usual places, one of playwright's,
 * the one from npm (Linux), and at last one that Debian installs when we are root. Throws with what to do when there is none.
 */
export async function findChromium(machine: Machine = thisMachine): Promise<Chromium> {
  const named = machine.env.CHROMIUM_PATH;
  if (named) {
    if (machine.starts(named, {})) return { executablePath: named, env: {} };
    throw new Error(
      `CHROMIUM_PATH is ${named}, which does not start: name the program file of a Chromium, or unset it.`,
    );
  }
  const installed = firstThatStarts(machine, [...usualPaths(machine), ...playwrightPaths(machine)]);
  return installed ?? (await machine.unpackFromNpm()) ?? installedByDebian(machine) ?? fail();
}

function fail(): never {
  throw new Error(
    'The browser tests need a Chromium and found none that starts. Either set CHROMIUM_PATH to its program file, or install one: ' +
      'on Debian "apt-get install chromium", on macOS Google Chrome, anywhere "npx playwright@1.65.1 install chromium".',
  );
}

function installedByDebian(machine: Machine): Chromium | null {
  if (!machine.isDebian || !machine.isRoot) return null;
  machine.installWithApt();
  return firstThatStarts(machine, usualPaths(machine));
}

function firstThatStarts(machine: Machine, paths: readonly string[]): Chromium | null {
  const found = paths.find((path) => machine.exists(path) && machine.starts(path, {}));
  return found === undefined ? null : { executablePath: found, env: {} };
}

function usualPaths({ platform, home }: Machine): string[] {
  if (platform !== 'darwin') {
    return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`);
  }
  const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`);
  return ['/Applications', join(home, 'Applications')].flatMap((folder) => programs.map((file) => join(folder, file)));
}

/** Playwright keeps each browser as `chromium-<revision>/<platform folder>/<program>`; newest revision first. */
function playwrightPaths(machine: Machine): string[] {
  const { env, home, platform } = machine;
  const usual = join(home, platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright');
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? usual;
  const testing = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  const programs = [
    'chrome',
    'headless_shell',
    'chrome-headless-shell',
    'Chromium.app/Contents/MacOS/Chromium',
    testing,
  ];
  const revision = (name: string) => Number(name.slice(name.lastIndexOf('-') + 1));
  return machine
    .list(cache)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) => machine.list(join(cache, name)).map((folder) => join(cache, name, folder)))
    .flatMap((folder) => programs.map((program) => join(folder, program)));
}
