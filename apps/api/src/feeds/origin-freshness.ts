import { type DayNumber, dayOf, parseRules, type RulesByOrigin, ruleOf } from '@corridor/domain';
import type { Freshness } from './freshness.ts';

/** After how many days an origin is no longer fresh, and after how many it is very stale. */
export interface OriginAges {
  readonly stale: number;
  readonly veryStale: number;
}

/** For origins without a rule: a month of silence is unusual. */
const USUAL_AGES: OriginAges = { stale: 31, veryStale: 120 };
const MAX_DAYS = 36_500;

/** By how often each is published, and how far it reaches then: UCDP and GTD by the year, UCDP’s candidates by the month, ACLED by the week. */
export const DEFAULT_ORIGIN_AGES: RulesByOrigin<OriginAges> = new Map([
  ['ucdp-ged*', { stale: 550, veryStale: 920 }],
  ['gtd*', { stale: 550, veryStale: 920 }],
  ['ucdp-candidate*', { stale: 75, veryStale: 180 }],
  ['acled*', { stale: 21, veryStale: 60 }],
]);

export const ORIGIN_AGES_SYNTAX = `origins and the days after which their newest record is stale and very stale, such as acled=21/60,partner-*=10/30 (1 to ${MAX_DAYS}, the second more than the first; * ends a beginning)`;

/** The default ages with those of a text in their place. Null for a text that is no such list. */
export function parseOriginAges(text: string): RulesByOrigin<OriginAges> | null {
  return parseRules(text, DEFAULT_ORIGIN_AGES, (value) => {
    const [, stale, veryStale] = /^(\d{1,5})\/(\d{1,5})$/.exec(value)?.map(Number) ?? [];
    if (!stale || !veryStale || veryStale <= stale || veryStale > MAX_DAYS) return undefined;
    return { stale, veryStale };
  });
}

export interface OriginFreshness {
  /** Never `disabled`: nothing is asked of an origin. */
  readonly state: Exclude<Freshness, 'disabled'>;
  /** Days since its newest record, in UTC; null without one. */
  readonly lagDays: number | null;
  /** What it is measured by. */
  readonly staleAfterDays: number;
  readonly veryStaleAfterDays: number;
}

interface KnownOfOrigin {
  readonly origin: string;
  /** Null without a record. */
  readonly lastDay: string | null;
  readonly lastWriteAt: string | null;
  /** Whether its last import did. */
  readonly hasFailed: boolean;
}

/** By the greater of the days since its newest record and since one was last written; the rule is in docs/feeds.md. */
export function originFreshness(
  { hasFailed, lastDay, lastWriteAt, origin }: KnownOfOrigin,
  rules: RulesByOrigin<OriginAges>,
  now: number,
): OriginFreshness {
  const { stale, veryStale } = ruleOf(origin, rules) ?? USUAL_AGES;
  const lagDays = lastDay === null ? null : daysSince(dayOf(lastDay), now);
  const sinceWrite = lastWriteAt === null ? 0 : daysSince(dayOf(lastWriteAt.slice(0, 10)), now);
  const byAge = () => {
    if (lagDays === null) return 'no-data';
    const age = Math.max(lagDays, sinceWrite);
    return age > veryStale ? 'very-stale' : age > stale ? 'stale' : 'fresh';
  };
  return { state: hasFailed ? 'error' : byAge(), lagDays, staleAfterDays: stale, veryStaleAfterDays: veryStale };
}

const DAY_MS = 24 * 60 * 60 * 1000;

function daysSince(day: DayNumber, now: number): number {
  return Math.max(0, Math.floor(now / DAY_MS) - day);
}
