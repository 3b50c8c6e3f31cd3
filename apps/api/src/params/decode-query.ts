import { type InvalidParameter, Problem } from '@corridor/domain';

/** Every parameter of a query string with its values in order. */
export type QueryTexts = ReadonlyMap<string, readonly string[]>;

const MAX_PARAMETERS = 2_000;

/**
 * Decodes a query string strictly: broken percent-encoding, text that is not UTF-8 and control characters are faults
 * of the parameter that holds them, where URLSearchParams would pass them on or repair them.
 */
export function decodeQuery(url: string): QueryTexts {
  const start = url.indexOf('?');
  const texts = new Map<string, string[]>();
  if (start < 0) return texts;
  const pairs =
    url
      .slice(start + 1)
      .split('#', 1)[0]
      ?.split('&') ?? [];
  if (pairs.length > MAX_PARAMETERS) throw new Problem('invalid-parameter', 'The query has too many parameters.');
  const invalid: InvalidParameter[] = [];
  for (const pair of pairs) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === null || value === null) {
      invalid.push({ name: name ?? '(name)', reason: 'is not text in percent-encoded UTF-8' });
    } else if (hasControlCharacter(name) || hasControlCharacter(value)) {
      invalid.push({ name: name.replace(/\p{Cc}/gu, '?'), reason: 'holds a control character' });
    } else {
      texts.set(name, [...(texts.get(name) ?? []), value]);
    }
  }
  if (invalid.length > 0) throw new Problem('invalid-parameter', 'The query cannot be read.', invalid);
  return texts;
}

/** The text behind percent-encoding, with `+` as a space; null when it is no valid UTF-8. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
