import { setTimeout } from 'node:timers/promises';
import {
  ACLED_API_COLUMNS,
  ACLED_ORIGIN,
  type ApiBatch,
  acledCursorSchema,
  type Clock,
  readAcledApi,
  readUcdpApi,
  UCDP_API_COLUMNS,
  ucdpCursorSchema,
} from '@corridor/importers';
import type { z } from 'zod';
import { ConfigError } from '../../config.ts';
import { apiFetch } from '../../feeds/api-fetch.ts';
import { type CommandContext, UsageError } from './command.ts';

/** What is read of which source, by whose credentials. */
export interface ApiSource<C> {
  readonly label: string;
  /** Of the files that are kept of it, and of its imports. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly cursorSchema: z.ZodType<C>;
  /** Where records of it that are here already matter to a first reading: their origin. */
  readonly origin: string | null;
  /** What is read, in words, such as "events of Pakistan". */
  readonly what: string;
  readonly variables: string;
  read(cursor: C | null, knowsEvents: boolean): AsyncGenerator<ApiBatch<C>>;
}

export interface ApiChoices {
  readonly country?: string | undefined;
  readonly release?: string | undefined;
}

type Environment = Pick<CommandContext, 'env' | 'progress'>;
type AcledCursor = z.output<typeof acledCursorSchema>;
type UcdpCursor = z.output<typeof ucdpCursorSchema>;

/** Throws UsageError, and ConfigError for what the environment lacks. */
export function acledSource(
  { country = 'Pakistan', release }: ApiChoices,
  context: Environment,
): ApiSource<AcledCursor> {
  if (release !== undefined) throw new UsageError('ACLED has no releases: --release is for ucdp');
  if (!/^\p{L}[\p{L}\p{M} .,’'()-]{0,99}$/u.test(country))
    throw new UsageError('--country is the name that ACLED uses');
  const credentials = {
    username: required(context, 'ACLED_EMAIL', 'the e-mail address of your own account of ACLED'),
    password: required(context, 'ACLED_PASSWORD', 'its password'),
  };
  const site = addressOf(context, 'ACLED_ADDRESS', 'https://acleddata.com');
  const where = { address: `${site}/api`, tokenAddress: `${site}/oauth/token` };
  const clock = clockOf('ACLED', context);
  return {
    ...{ label: 'ACLED', name: `acled-api-${nameOf(country)}`, what: `events of ${country}`, origin: ACLED_ORIGIN },
    ...{ columns: ACLED_API_COLUMNS, cursorSchema: acledCursorSchema, variables: 'ACLED_EMAIL and ACLED_PASSWORD' },
    read: (cursor, knowsEvents) =>
      readAcledApi({ credentials, country, cursor, knowsEvents, clock, ...where }, apiFetch),
  };
}

/** Throws UsageError, and ConfigError for what the environment lacks. */
export function ucdpSource(
  { country = '770', release: version = '25.1' }: ApiChoices,
  context: Environment,
): ApiSource<UcdpCursor> {
  if (!/^[1-9]\d{0,3}$/.test(country)) throw new UsageError('--country is a number of Gleditsch and Ward, such as 770');
  if (!/^\d{1,3}(\.\d{1,3}){1,3}$/.test(version))
    throw new UsageError('--release is one of UCDP, such as 25.1 or 25.0.10');
  const token = required(context, 'UCDP_TOKEN', 'your own access token of UCDP');
  const address = addressOf(context, 'UCDP_ADDRESS', 'https://ucdpapi.pcr.uu.se/api');
  const clock = clockOf('UCDP', context);
  return {
    ...{ label: 'UCDP', name: `ucdp-api-${country}-${version}`, what: `events of ${country} in release ${version}` },
    ...{ columns: UCDP_API_COLUMNS, cursorSchema: ucdpCursorSchema, origin: null, variables: 'UCDP_TOKEN' },
    read: (cursor) => readUcdpApi({ token, version, country: Number(country), cursor, clock, address }, apiFetch),
  };
}

function required({ env }: Environment, name: string, what: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new ConfigError(`${name} must be ${what}`);
  return value;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Credentials go there: never in the clear but to this machine. */
function addressOf({ env }: Environment, name: string, usual: string): string {
  const text = env[name] || usual;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!url || !isSafe || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new ConfigError(`${name} must be an https address without a user name and query, such as ${usual}`);
  }
  return url.href.replace(/\/+$/, '');
}

/** Of letters and digits that every file system takes. */
function nameOf(country: string): string {
  const plain = country.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\d]+/gu, '-').replace(/^-|-$/g, '');
}

function clockOf(label: string, { progress }: Environment): Clock {
  return {
    now: Date.now,
    async wait(milliseconds) {
      progress(`${label} is asked again in ${Math.ceil(milliseconds / 1_000)} s …`);
      await setTimeout(milliseconds);
    },
  };
}
