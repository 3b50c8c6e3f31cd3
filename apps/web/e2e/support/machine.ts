import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Chromium } from './find-chromium.ts';
import { unpackFromNpm } from './unpack-from-npm.ts';

/** What the search for a browser needs to know of a machine, and may do to it. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly isRoot: boolean;
  readonly isDebian: boolean;
  exists(path: string): boolean;
  list(folder: string): readonly string[];
  starts(path: string, env: Readonly<Record<string, string>>): boolean;
  unpackFromNpm(): Promise<Chromium | null>;
  installWithApt(): void;
}

export const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  isDebian: existsSync('/etc/debian_version'),
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  starts,
  unpackFromNpm: () => unpackFromNpm(starts),
  installWithApt,
};

/** A program that lacks a library, or a stub that only says where to get it, fails here and not in the middle of a test. */
function starts(path: string, env: Readonly<Record<string, string>>): boolean {
  try {
    execFileSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

function installWithApt(): void {
  console.log('No Chromium found: installing the package of Debian …');
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'inherit',
    });
  } catch {
    console.error('apt-get could not install chromium: its message is above.');
  }
}
