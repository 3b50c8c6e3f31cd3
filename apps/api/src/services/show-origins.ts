import { type RulesByOrigin, ruleOf, type Span } from '@corridor/domain';
import type { ImportFailure } from '@corridor/store';
import { type OriginAges, type OriginFreshness, originFreshness } from '../feeds/origin-freshness.ts';
import type { OriginFacts } from './origin-facts.ts';

/** An origin as readers see it: of records that count, or one that the operator or a failed import names. */
export interface ShownOrigin extends OriginFreshness {
  readonly origin: string;
  readonly rows: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly lastEnd: string | null;
  readonly lastWriteAt: string | null;
  /** Whole months, oldest first. */
  readonly covered: readonly Span[];
  /** Its last import, where that failed. */
  readonly failure: { readonly import: number; readonly at: string; readonly reason: string } | null;
}

interface KnownOrigins {
  readonly facts: readonly OriginFacts[];
  readonly failures: readonly ImportFailure[];
  /** Origins, and beginnings with their `*`, that the operator's rules name. */
  readonly named: readonly string[];
  readonly ages: RulesByOrigin<OriginAges>;
}

const NOTHING = { rows: 0, firstDay: null, lastDay: null, lastEnd: null, lastWriteAt: null, covered: [] } as const;

/** By name. One that the operator names stands for itself only as long as no other is meant by it. */
export function showOrigins({ ages, facts, failures, named }: KnownOrigins, now: number): readonly ShownOrigin[] {
  const failed = new Map(failures.map((failure) => [failure.origin, failure]));
  const known = new Set([...facts.map(({ origin }) => origin), ...failed.keys()]);
  const awaited = [...new Set(named)].filter((name) => ![...known].some((origin) => isMeant(origin, name)));
  const factsOf = new Map(facts.map((one) => [one.origin, one]));
  return [...known, ...awaited].sort().map((origin) => {
    const state = factsOf.get(origin) ?? { origin, ...NOTHING };
    const failure = failed.get(origin) ?? null;
    return {
      ...state,
      ...originFreshness({ ...state, hasFailed: failure !== null }, ages, now),
      failure: failure && { import: failure.id, at: failure.at, reason: failure.fault },
    };
  });
}

function isMeant(origin: string, name: string): boolean {
  return ruleOf(origin, new Map([[name, true]])) === true;
}
