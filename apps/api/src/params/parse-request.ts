import { FILTER_KEYS, type Filter, type InvalidParameter, Problem, parseFilterParams } from '@corridor/domain';
import { decodeQuery, type QueryTexts } from './decode-query.ts';
import { findUnknownNames, type KnownValues } from './known-values.ts';
import type { Param, Params, ParamValues } from './param.ts';

const MAX_FAULTS_NAMED = 5;

/**
 * Reads a request's filter and the parameters of its route. Throws one Problem with every fault: names that are no
 * parameter here, values outside their set, names that do not exist.
 */
export function parseFiltered<P extends Params>(
  url: string,
  known: KnownValues,
  params: P,
): { readonly filter: Filter; readonly values: ParamValues<P> } {
  const texts = decodeQuery(url);
  const result = parseFilterParams(Object.fromEntries(FILTER_KEYS.map((key) => [key, texts.get(key) ?? []])));
  const filter = result.ok ? result.filter : {};
  const { values, invalid } = readParams(texts, params);
  refuse([
    ...findUnknownParams(texts, [...FILTER_KEYS, ...Object.keys(params)]),
    ...(result.ok ? findUnknownNames(filter, known) : result.issues),
    ...invalid,
  ]);
  return { filter, values };
}

/** Like `parseFiltered`, for routes that take no filter. */
export function parsePlain<P extends Params>(url: string, params: P): ParamValues<P> {
  const texts = decodeQuery(url);
  const { values, invalid } = readParams(texts, params);
  refuse([...findUnknownParams(texts, Object.keys(params)), ...invalid]);
  return values;
}

/** Reads one parameter and leaves the others to whoever takes them. */
export function parseAlone<T>(url: string, name: string, param: Param<T>): T {
  try {
    return param.read(decodeQuery(url).get(name) ?? []);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('invalid-parameter', `${name} ${error.message}.`, [{ name, reason: error.message }]);
  }
}

function refuse(invalid: readonly InvalidParameter[]): void {
  if (invalid.length === 0) return;
  const named = invalid.slice(0, MAX_FAULTS_NAMED).map(({ name, reason }) => `${name} ${reason}`);
  const more = invalid.length - named.length;
  throw new Problem('invalid-parameter', `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`, invalid);
}

function findUnknownParams(texts: QueryTexts, allowed: readonly string[]): InvalidParameter[] {
  const reason =
    allowed.length === 0
      ? 'is not allowed: there are no parameters here'
      : `is no parameter here; allowed: ${allowed.join(', ')}`;
  return [...texts.keys()].filter((name) => !allowed.includes(name)).map((name) => ({ name: shown(name), reason }));
}

/** Of a long name the beginning; a word for one that is empty. */
function shown(name: string): string {
  if (name === '') return '(name)';
  return name.length > 60 ? `${name.slice(0, 57)}...` : name;
}

function readParams<P extends Params>(
  texts: QueryTexts,
  params: P,
): { readonly values: ParamValues<P>; readonly invalid: readonly InvalidParameter[] } {
  const values: Record<string, unknown> = {};
  const invalid: InvalidParameter[] = [];
  for (const [name, param] of Object.entries(params)) {
    try {
      values[name] = param.read(texts.get(name) ?? []);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      invalid.push({ name, reason: error.message });
    }
  }
  return { values: asValues<P>(values), invalid };
}

/** Guarantee: the caller has read every parameter of P into `values`, or throws on `invalid` before using them. */
function asValues<P extends Params>(values: Readonly<Record<string, unknown>>): ParamValues<P> {
  return values as ParamValues<P>;
}
