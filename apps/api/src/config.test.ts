import { DEFAULT_ORIGIN_RULES } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';
import { DEFAULT_ORIGIN_AGES } from './feeds/origin-freshness.ts';

function faultsOf(env: Record<string, string>): string[] {
  try {
    parseConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return error instanceof Error ? error.message.split('\n') : [];
  }
  return [];
}

describe('parseConfig', () => {
  it('has a default for every variable, also for empty ones', () => {
    const defaults = {
      port: 8080,
      host: '127.0.0.1',
      dataDir: 'data',
      databaseUrl: undefined,
      tilesUrl: undefined,
      sourcesFile: undefined,
      queryEngine: 'auto',
      logLevel: 'info',
      originRules: DEFAULT_ORIGIN_RULES,
      originAges: DEFAULT_ORIGIN_AGES,
      access: {
        mode: 'open',
        baseUrl: undefined,
        hosts: ['localhost', '127.0.0.1', '[::1]', '127.0.0.1'],
        trustProxy: false,
        secret: undefined,
        provider: null,
      },
    };
    const names = [
      'PORT',
      'HOST',
      'DATA_DIR',
      'DATABASE_URL',
      'TILES_URL',
      'SOURCES_FILE',
      'QUERY_ENGINE',
      'LOG_LEVEL',
      'ORIGIN_POLICY',
      'ORIGIN_FRESHNESS',
    ];
    expect(parseConfig({})).toEqual(defaults);
    expect(parseConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(defaults);
  });

  it('takes what is set', () => {
    expect(
      parseConfig({
        PORT: '0',
        HOST: '::1',
        DATA_DIR: '/var/lib/corridor',
        DATABASE_URL: 'postgresql://u:p@db:5432/watch',
        TILES_URL: 'https://tiles.example.org/{z}/{x}/{y}.png',
        QUERY_ENGINE: 'sql',
        LOG_LEVEL: 'debug',
        ORIGIN_POLICY: 'acled=share',
        ORIGIN_FRESHNESS: 'acled=5/9',
      }),
    ).toMatchObject({
      port: 0,
      host: '::1',
      databaseUrl: 'postgresql://u:p@db:5432/watch',
      queryEngine: 'sql',
      logLevel: 'debug',
      originRules: new Map([...DEFAULT_ORIGIN_RULES, ['acled', 'share']]),
      originAges: new Map([...DEFAULT_ORIGIN_AGES, ['acled', { stale: 5, veryStale: 9 }]]),
    });
  });

  it.each([
    ['PORT', '80a'],
    ['ORIGIN_POLICY', 'acled=secret'],
    ['ORIGIN_FRESHNESS', 'acled=9/5'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://host/db'],
    ['DATABASE_URL', 'nonsense'],
    ['TILES_URL', 'https://tiles.example.org/'],
    ['TILES_URL', 'file:///{z}/{x}/{y}'],
    ['QUERY_ENGINE', 'SQL'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s when it is "%s" and says what is allowed', (name, value) => {
    const [fault, ...others] = faultsOf({ [name]: value });
    expect(others).toEqual([]);
    expect(fault).toMatch(new RegExp(`^${name} must be .{10,}`));
  });

  it('reports all faults at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'loud', TILES_URL: 'y' })).toHaveLength(3);
  });

  it('never repeats a DATABASE_URL, which may hold a password', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://me:hunter2@host/db' }).join()).not.toContain('hunter2');
  });
});
