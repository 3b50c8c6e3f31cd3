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
      proposals: null,
      queryEngine: 'auto',
      logLevel: 'info',
      originRules: DEFAULT_ORIGIN_RULES,
      originAges: DEFAULT_ORIGIN_AGES,
      namedOrigins: [],
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
      'PROPOSAL_URL',
      'PROPOSAL_MODEL',
      'PROPOSAL_KEY',
      'PROPOSAL_SECONDS',
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
        ORIGIN_FRESHNESS: 'Acled=5/9, partner-*=10/30',
      }),
    ).toMatchObject({
      port: 0,
      host: '::1',
      databaseUrl: 'postgresql://u:p@db:5432/watch',
      queryEngine: 'sql',
      logLevel: 'debug',
      originRules: new Map([...DEFAULT_ORIGIN_RULES, ['acled', 'share']]),
      originAges: new Map([
        ...DEFAULT_ORIGIN_AGES,
        ['acled', { stale: 5, veryStale: 9 }],
        ['partner-*', { stale: 10, veryStale: 30 }],
      ]),
      namedOrigins: ['acled', 'acled', 'partner-*'],
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
    ['PROPOSAL_URL', 'ftp://host/v1'],
    ['PROPOSAL_URL', 'https://me:hunter2@host/v1'],
    ['PROPOSAL_URL', 'https://host/v1?key=hunter2'],
    ['PROPOSAL_MODEL', ' '],
    ['PROPOSAL_KEY', 'two\nlines'],
    ['PROPOSAL_SECONDS', '0'],
    ['PROPOSAL_SECONDS', '301'],
  ])('names %s when it is "%s" and says what is allowed', (name, value) => {
    const [fault, ...others] = faultsOf({ [name]: value });
    expect(others).toEqual([]);
    expect(fault).toMatch(new RegExp(`^${name} must be .{10,}`));
  });

  it('reports all faults at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'loud', TILES_URL: 'y' })).toHaveLength(3);
  });

  it('asks a model only where both its address and its name are set', () => {
    const set = { PROPOSAL_URL: 'http://127.0.0.1:11434/v1/', PROPOSAL_MODEL: 'small', PROPOSAL_SECONDS: '90' };
    expect(parseConfig(set).proposals).toEqual({
      ...{ url: 'http://127.0.0.1:11434/v1', model: 'small', key: undefined, longestMs: 90_000 },
    });
    expect(faultsOf({ PROPOSAL_MODEL: 'small' })).toEqual(['proposals need PROPOSAL_URL as well']);
    expect(faultsOf({ PROPOSAL_KEY: 'k' })).toEqual(['proposals need PROPOSAL_URL and PROPOSAL_MODEL as well']);
  });

  it('never repeats what may hold a key of a model', () => {
    expect(faultsOf({ PROPOSAL_URL: 'http://me:hunter2@host/', PROPOSAL_KEY: 'hunter2 hunter2' }).join()).not.toContain(
      'hunter2',
    );
  });

  it('never repeats a DATABASE_URL, which may hold a password', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://me:hunter2@host/db' }).join()).not.toContain('hunter2');
  });
});
