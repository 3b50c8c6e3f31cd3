import { canonicalJson, type JsonObject, type JsonValue } from './canonical-json.ts';

/** In words, the first field in which a record as it stands is not as its last version; null where there is none. */
export function firstDifference(stands: JsonObject, version: JsonObject): string | null {
  const fields = [...new Set([...Object.keys(stands), ...Object.keys(version)])].sort();
  for (const field of fields) {
    const [found, expected] = [textOf(stands[field]), textOf(version[field])];
    if (found !== expected) return `has ${field} ${found}, its last version has ${expected}`;
  }
  return null;
}

function textOf(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : canonicalJson(value);
}
