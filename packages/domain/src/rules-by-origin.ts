/** Something by origin in small letters, or by how origins begin where it ends in `*`. */
export type RulesByOrigin<T> = ReadonlyMap<string, T>;

/** The rule of the very origin, else the one with the longest beginning, else undefined. Capital letters are as small ones. */
export function ruleOf<T>(origin: string, rules: RulesByOrigin<T>): T | undefined {
  const name = origin.trim().toLowerCase();
  const exact = rules.get(name);
  if (exact !== undefined) return exact;
  let [longest, found]: [number, T | undefined] = [-1, undefined];
  for (const [rule, value] of rules) {
    const beginning = rule.endsWith('*') ? rule.slice(0, -1) : null;
    if (beginning === null || beginning.length <= longest || !name.startsWith(beginning)) continue;
    [longest, found] = [beginning.length, value];
  }
  return found;
}

/**
 * The default rules with those of a text in their place, such as `acled=x,partner-*=y`. Null for a text that is no such list,
 * or has what `parse` knows no value for.
 */
export function parseRules<T>(
  text: string,
  defaults: RulesByOrigin<T>,
  parse: (value: string) => T | undefined,
): RulesByOrigin<T> | null {
  const rules = new Map(defaults);
  for (const [origin, given] of splitRules(text)) {
    const value = given === undefined ? undefined : parse(given);
    if (origin === undefined || value === undefined) return null;
    rules.set(origin, value);
  }
  return rules;
}

/** The origins, and beginnings with their `*`, that a text for `parseRules` names, in its order. */
export function originsNamed(text: string): readonly string[] {
  return splitRules(text).flatMap(([origin]) => (origin === undefined ? [] : [origin]));
}

function splitRules(text: string): readonly (readonly [origin: string | undefined, given: string | undefined])[] {
  return text.split(',').map((part) => {
    const [, origin = '', given] = /^\s*([^=*]*\*?)\s*=\s*(\S+)\s*$/u.exec(part) ?? [];
    return [origin.trim() === '' ? undefined : origin.trim().toLowerCase(), given];
  });
}
