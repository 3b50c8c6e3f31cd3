/** In the order in which they are looked for: most browsers claim to be others as well. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;
const MAX_PROGRAM = 40;

export interface BrowserName {
  /** The browser or program; null for one without a name. */
  readonly browser: string | null;
  readonly system: string | null;
}

/** What a `User-Agent` header says to a person: roughly, it may claim anything. */
export function browserName(userAgent: string): BrowserName {
  const browser = userAgent.startsWith('Mozilla/') ? findName(BROWSERS, userAgent) : null;
  const program = userAgent.split(/[/\s(]/, 1)[0]?.slice(0, MAX_PROGRAM) ?? '';
  return { browser: browser ?? (program === '' ? null : program), system: findName(SYSTEMS, userAgent) };
}

function findName(names: readonly (readonly [mark: string, name: string])[], text: string): string | null {
  return names.find(([mark]) => text.includes(mark))?.[1] ?? null;
}
