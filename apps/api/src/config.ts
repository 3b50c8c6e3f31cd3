import {
  DEFAULT_ORIGIN_RULES,
  ORIGIN_RULES_SYNTAX,
  type OriginRules,
  originsNamed,
  parseOriginRules,
  type RulesByOrigin,
} from '@corridor/domain';
import { z } from 'zod';
import type { AccessSettings } from './access/access.ts';
import { ACCESS_VARIABLES, readAccess } from './access-config.ts';
import { DEFAULT_ORIGIN_AGES, ORIGIN_AGES_SYNTAX, type OriginAges, parseOriginAges } from './feeds/origin-freshness.ts';
import type { ProposalSettings } from './feeds/proposer.ts';
import { hasProtocol } from './has-protocol.ts';
import { PROPOSAL_VARIABLES, readProposals } from './proposal-config.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const QUERY_ENGINES = ['auto', 'memory', 'sql'] as const;

/** What the operator can set. Every variable has a default that needs no network and no server. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly tilesUrl: string | undefined;
  /** Path of the file that lists the sources to watch: feeds/sources-file.ts. */
  readonly sourcesFile: string | undefined;
  /** The model that proposes values of drafts; null asks nobody. */
  readonly proposals: ProposalSettings | null;
  readonly queryEngine: (typeof QUERY_ENGINES)[number];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly originRules: OriginRules;
  readonly originAges: RulesByOrigin<OriginAges>;
  /** What both of these name beyond what is named anyway. */
  readonly namedOrigins: readonly string[];
  readonly access: AccessSettings;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);
const hostName = z.string().regex(/^(?:[A-Za-z0-9.-]{1,253}|[0-9A-Fa-f:.]{2,45})$/);
const path = z.string().refine((text) => !text.includes('\0'));
const databaseUrl = z.string().refine((text) => hasProtocol(text, ['postgres:', 'postgresql:']));
const tilesUrl = z
  .string()
  .refine(
    (text) => hasProtocol(text, ['http:', 'https:']) && ['{z}', '{x}', '{y}'].every((part) => text.includes(part)),
  );

const originRules = z.string().transform((text, { addIssue }) => {
  const rules = parseOriginRules(text);
  if (rules === null) addIssue(ORIGIN_RULES_SYNTAX);
  return rules ?? z.NEVER;
});

const originAges = z.string().transform((text, { addIssue }) => {
  const rules = parseOriginAges(text);
  if (rules === null) addIssue(ORIGIN_AGES_SYNTAX);
  return rules ?? z.NEVER;
});

const ALLOWED = {
  PORT: 'a port number from 0 to 65535 (0 takes a free one)',
  HOST: 'a host name or address to listen on, such as 127.0.0.1 or 0.0.0.0',
  DATA_DIR: 'the path of a folder',
  DATABASE_URL: 'a PostgreSQL address such as postgres://user:password@host:5432/name',
  TILES_URL: 'an http(s) address with {z}, {x} and {y}, such as https://tiles.example.org/{z}/{x}/{y}.png',
  SOURCES_FILE: 'the path of a JSON file, as docs/feeds.md describes it',
  QUERY_ENGINE: `one of ${QUERY_ENGINES.join(', ')}`,
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  ORIGIN_POLICY: ORIGIN_RULES_SYNTAX,
  ...PROPOSAL_VARIABLES,
  ORIGIN_FRESHNESS: ORIGIN_AGES_SYNTAX,
  ...ACCESS_VARIABLES,
} as const;

const SECRET: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'ACCESS_SECRET',
  'OIDC_CLIENT_SECRET',
  'PROPOSAL_KEY',
  'PROPOSAL_URL',
]);

/**
 * Reads the environment. An empty variable counts as not set. Throws ConfigError with one line for each variable that
 * is wrong, naming it and what is allowed; values that are or may hold a secret are never repeated.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const read = <T, D>(name: keyof typeof ALLOWED, schema: z.ZodType<T>, absent: D): T | D => {
    const text = env[name];
    if (text === undefined || text === '') return absent;
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    const shown = SECRET.has(name) ? '' : ` (got ${JSON.stringify(text)})`;
    faults.push(`${name} must be ${ALLOWED[name]}${shown}`);
    return absent;
  };
  const host = read('HOST', hostName, '127.0.0.1');
  const config: Config = {
    port: read('PORT', port, 8080),
    host,
    dataDir: read('DATA_DIR', path, 'data'),
    databaseUrl: read('DATABASE_URL', databaseUrl, undefined),
    tilesUrl: read('TILES_URL', tilesUrl, undefined),
    sourcesFile: read('SOURCES_FILE', path, undefined),
    proposals: readProposals(read, faults),
    queryEngine: read('QUERY_ENGINE', z.enum(QUERY_ENGINES), 'auto'),
    logLevel: read('LOG_LEVEL', z.enum(LOG_LEVELS), 'info'),
    originRules: read('ORIGIN_POLICY', originRules, DEFAULT_ORIGIN_RULES),
    originAges: read('ORIGIN_FRESHNESS', originAges, DEFAULT_ORIGIN_AGES),
    namedOrigins: [env.ORIGIN_POLICY, env.ORIGIN_FRESHNESS].flatMap((text) => originsNamed(text ?? '')),
    access: readAccess(read, faults, host),
  };
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return config;
}
