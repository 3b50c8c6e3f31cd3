import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chromium } from './find-chromium.ts';
import { REPOSITORY, WEB_APP } from './repository.ts';

const PACKAGE = '@sparticuz/chromium';
const FOLDER = join(REPOSITORY, 'node_modules/.corridor-chromium');

const FONTCONFIG_FILE = join(FOLDER, 'fonts.conf');

/** The package's own settings look for its fonts in one fixed place; without any font all text has no height. */
const FONT_SETTINGS = `<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(FOLDER, 'fonts')}</dir>
  <cachedir>${join(FOLDER, 'font-cache')}</cachedir>
</fontconfig>
`;

/** The package unpacks below TMPDIR, and the libraries and fonts that a bare Linux lacks only for the host named here. */
const UNPACK_ENV = { TMPDIR: FOLDER, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
const UNPACK = `import chromium from '${PACKAGE}'; await chromium.executablePath();`;

/** The Chromium that comes from npm as an optional dependency; null where it is not installed or does not start. */
export async function unpackFromNpm(
  starts: (path: string, env: Readonly<Record<string, string>>) => boolean,
): Promise<Chromium | null> {
  if (process.platform !== 'linux' || !existsSync(join(WEB_APP, 'node_modules', PACKAGE))) return null;
  const chromium = {
    executablePath: join(FOLDER, 'chromium'),
    env: { LD_LIBRARY_PATH: join(FOLDER, 'al2023/lib'), FONTCONFIG_FILE },
  };
  const ready = () => starts(chromium.executablePath, chromium.env);
  if (ready()) return chromium;
  unpack();
  return ready() ? chromium : null;
}

function unpack(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: WEB_APP,
      env: { ...process.env, ...UNPACK_ENV },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    writeFileSync(FONTCONFIG_FILE, FONT_SETTINGS);
  } catch {
    console.error(`${PACKAGE} could not be unpacked: its message is above.`);
  }
}
