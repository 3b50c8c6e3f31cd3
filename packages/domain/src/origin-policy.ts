/** What may be done with the records of an origin: `share` lets them out in full, `counts` lets out only how many there are. */
export const ORIGIN_POLICIES = ['share', 'counts'] as const;
export type OriginPolicy = (typeof ORIGIN_POLICIES)[number];

/** Policies by origin in small letters, or by how origins begin where it ends in `*`. */
export type OriginRules = ReadonlyMap<string, OriginPolicy>;

/** The terms of ACLED and GTD let nobody pass their rows on. */
export const DEFAULT_ORIGIN_RULES: OriginRules = new Map([
  ['acled*', 'counts'],
  ['gtd*', 'counts'],
]);

export const ORIGIN_RULES_SYNTAX =
  'origins and what may be done with their records, such as acled=share,partner-*=counts (share, counts; * ends a beginning)';

/** The default rules with those of a text in their place. Null for a text that is no such list. */
export function parseOriginRules(text: string): OriginRules | null {
  const rules = new Map(DEFAULT_ORIGIN_RULES);
  for (const part of text.split(',')) {
    const [, origin, name] = /^\s*([^=*]+\*?)\s*=\s*(\w+)\s*$/u.exec(part) ?? [];
    const policy = ORIGIN_POLICIES.find((known) => known === name);
    if (origin === undefined || policy === undefined) return null;
    rules.set(origin.trim().toLowerCase(), policy);
  }
  return rules;
}

/** The rule of the very origin, else the one with the longest beginning, else `share`. Capital letters are as small ones. */
export function policyOf(origin: string, rules: OriginRules): OriginPolicy {
  const name = origin.trim().toLowerCase();
  const exact = rules.get(name);
  if (exact !== undefined) return exact;
  let [longest, policy]: [number, OriginPolicy] = [-1, 'share'];
  for (const [rule, value] of rules) {
    const beginning = rule.endsWith('*') ? rule.slice(0, -1) : null;
    if (beginning === null || beginning.length <= longest || !name.startsWith(beginning)) continue;
    [longest, policy] = [beginning.length, value];
  }
  return policy;
}

/** Which origins are meant. */
export type OriginTest = (origin: string) => boolean;

/** Whether records of an origin leave only as counts. */
export function countedOnly(rules: OriginRules): OriginTest {
  return (origin) => policyOf(origin, rules) === 'counts';
}
