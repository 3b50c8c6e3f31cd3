import { StoreError } from '../store-error.ts';

/** What JSON can say. A property that is undefined is left out, as JSON.stringify leaves it out. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/**
 * The one text of a JSON value, whoever writes it: RFC 8785 (JSON Canonicalization Scheme). No white space, properties in
 * the order of their names' UTF-16 code units, numbers and strings as ECMAScript writes them. Throws StoreError
 * `invalid-record` for what JSON text cannot carry: half a surrogate pair, a number that is not finite.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new StoreError('invalid-record', `${value} is no number of JSON`);
    return JSON.stringify(value);
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const property = value[name];
    if (property !== undefined) text += `${text && ','}${quoted(name)}:${canonicalJson(property)}`;
  }
  return `{${text}}`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function quoted(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new StoreError('invalid-record', 'a text has half a surrogate pair');
  return JSON.stringify(text);
}

/** Array.isArray does not narrow read-only arrays. */
function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
