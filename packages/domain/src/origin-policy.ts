import { parseRules, type RulesByOrigin, ruleOf } from './rules-by-origin.ts';

/** What may be done with the records of an origin: `share` lets them out in full, `counts` lets out only how many there are. */
export const ORIGIN_POLICIES = ['share', 'counts'] as const;
export type OriginPolicy = (typeof ORIGIN_POLICIES)[number];

export type OriginRules = RulesByOrigin<OriginPolicy>;

/** The terms of ACLED and GTD let nobody pass their rows on. */
export const DEFAULT_ORIGIN_RULES: OriginRules = new Map([
  ['acled*', 'counts'],
  ['gtd*', 'counts'],
]);

export const ORIGIN_RULES_SYNTAX =
  'origins and what may be done with their records, such as acled=share,partner-*=counts (share, counts; * ends a beginning)';

/** The default rules with those of a text in their place. Null for a text that is no such list. */
export function parseOriginRules(text: string): OriginRules | null {
  return parseRules(text, DEFAULT_ORIGIN_RULES, (name) => ORIGIN_POLICIES.find((known) => known === name));
}

/** That of the rule for the origin, else `share`. */
export function policyOf(origin: string, rules: OriginRules): OriginPolicy {
  return ruleOf(origin, rules) ?? 'share';
}

/** Which origins are meant. */
export type OriginTest = (origin: string) => boolean;

/** Whether records of an origin leave only as counts. */
export function countedOnly(rules: OriginRules): OriginTest {
  return (origin) => policyOf(origin, rules) === 'counts';
}
