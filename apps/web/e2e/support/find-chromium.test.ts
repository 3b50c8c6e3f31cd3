import { describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';
import type { Machine } from './machine.ts';

/** A machine with the given programs, all of which start. */
function machineWith(programs: readonly string[], rest: Partial<Machine> = {}): Machine {
  const below = (folder: string) => programs.filter((path) => path.startsWith(`${folder}/`));
  return {
    env: {},
    platform: 'linux',
    home: '/home/reader',
    isRoot: false,
    isDebian: false,
    exists: (path) => programs.includes(path),
    list: (folder) => [...new Set(below(folder).map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))],
    starts: (path) => programs.includes(path),
    unpackFromNpm: async () => null,
    installWithApt: () => {},
    ...rest,
  };
}

const fromNpm = { executablePath: '/cache/chromium', env: { LD_LIBRARY_PATH: '/cache/lib' } };

describe('findChromium', () => {
  it('takes the one that CHROMIUM_PATH names before all others', async () => {
    const machine = machineWith(['/opt/mine', '/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/opt/mine' } });
    expect(await findChromium(machine)).toEqual({ executablePath: '/opt/mine', env: {} });
  });

  it('names CHROMIUM_PATH when it is wrong, and looks no further', async () => {
    const machine = machineWith(['/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/opt/gone' } });
    await expect(findChromium(machine)).rejects.toThrow('CHROMIUM_PATH is /opt/gone');
  });

  it('passes over a program that is there and does not start', async () => {
    const machine = machineWith(['/usr/bin/chromium', '/usr/bin/google-chrome'], {
      starts: (path) => path === '/usr/bin/google-chrome',
    });
    expect((await findChromium(machine)).executablePath).toBe('/usr/bin/google-chrome');
  });

  it('finds the browsers of macOS', async () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect((await findChromium(machineWith([chrome], { platform: 'darwin' }))).executablePath).toBe(chrome);
  });

  it('takes the newest revision that playwright keeps', async () => {
    const cache = '/home/reader/.cache/ms-playwright';
    const machine = machineWith([
      `${cache}/chromium-999/chrome-linux/chrome`,
      `${cache}/chromium-1200/chrome-linux64/chrome`,
      `${cache}/firefox-1500/firefox/firefox`,
    ]);
    expect((await findChromium(machine)).executablePath).toBe(`${cache}/chromium-1200/chrome-linux64/chrome`);
  });

  it('looks where PLAYWRIGHT_BROWSERS_PATH says', async () => {
    const shell = '/browsers/chromium_headless_shell-1200/chrome-linux/headless_shell';
    const machine = machineWith([shell], { env: { PLAYWRIGHT_BROWSERS_PATH: '/browsers' } });
    expect((await findChromium(machine)).executablePath).toBe(shell);
  });

  it('unpacks the one from npm only when none is installed', async () => {
    const unpackFromNpm = async () => fromNpm;
    expect(await findChromium(machineWith([], { unpackFromNpm }))).toBe(fromNpm);
    const installed = await findChromium(machineWith(['/usr/bin/chromium'], { unpackFromNpm }));
    expect(installed.executablePath).toBe('/usr/bin/chromium');
  });

  it('lets Debian install the package as the last resort of root', async () => {
    const programs: string[] = [];
    const installWithApt = () => void programs.push('/usr/bin/chromium');
    const machine = machineWith(programs, { isRoot: true, isDebian: true, installWithApt });
    expect((await findChromium(machine)).executablePath).toBe('/usr/bin/chromium');
  });

  it('installs nothing for another user, and says what to do', async () => {
    const programs: string[] = [];
    const installWithApt = () => void programs.push('/usr/bin/chromium');
    const machine = machineWith(programs, { isDebian: true, installWithApt });
    await expect(findChromium(machine)).rejects.toThrow('set CHROMIUM_PATH');
    expect(programs).toEqual([]);
  });
});
