import { z } from 'zod';
import { AREA_SYNTAX, type Area, formatArea, parseArea } from './area.ts';
import { parseDay } from './days.ts';
import { CERTAINTIES, type Filter, MAX_RADIUS_KM, MAX_TEXT_LENGTH, MAX_VALUES } from './filter.ts';
import { ALL_SUB_EVENT_TYPES, EVENT_TYPES, GRADES, SEVERITIES, STATUSES, TARGET_TYPES } from './taxonomy.ts';

/**
 * A filter as URL parameters: every part is a list of texts, repeated for several values
 * (`province=Sindh&province=Punjab`). Order and repetition of values carry no meaning.
 */
export type FilterParams = { readonly [name: string]: readonly string[] | undefined };

function single<T extends z.ZodType<unknown, string>>(schema: T) {
  return z
    .array(z.string())
    .length(1, 'is given once')
    .transform((values) => values[0] ?? '')
    .pipe(schema);
}

function several<T extends z.ZodType<unknown, string>>(schema: T) {
  return z
    .array(schema)
    .min(1)
    .max(MAX_VALUES, `has at most ${MAX_VALUES} values`)
    .transform((values) => [...new Set(values)].sort());
}

function oneOf<const T extends readonly string[]>(values: T) {
  const shown = values.length > 12 ? `${values.slice(0, 12).join(', ')} …` : values.join(', ');
  return z.enum(values, { error: `is one of: ${shown}` });
}

const name = z.string().min(1, 'must not be empty').max(MAX_TEXT_LENGTH, `has at most ${MAX_TEXT_LENGTH} characters`);
const date = z.string().refine((text) => parseDay(text) !== null, 'is an existing date YYYY-MM-DD');
const text = z
  .string()
  .max(MAX_TEXT_LENGTH, `has at most ${MAX_TEXT_LENGTH} characters`)
  .refine((value) => /[\p{L}\p{N}]/u.test(value), 'holds at least one letter or digit');

const radius = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,6})?$/, `is a number of kilometres above 0, at most ${MAX_RADIUS_KM}`)
  .transform(Number)
  .refine((value) => value > 0 && value <= MAX_RADIUS_KM, `is above 0 and at most ${MAX_RADIUS_KM} km`);

const area = z.string().transform((value, context): Area => {
  try {
    return parseArea(value);
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `${error instanceof Error ? error.message : 'is not an area'}; allowed: ${AREA_SYNTAX}`,
    });
    return z.NEVER;
  }
});

const severity = z.enum(SEVERITIES.map(String), { error: 'is a whole number 1 to 5' }).transform((value) => {
  const found = SEVERITIES.find((candidate) => String(candidate) === value);
  return found ?? 1;
});

/** One schema for each part of a filter, from its URL texts to its value. */
export const filterParamSchemas = {
  q: single(text),
  from: single(date),
  to: single(date),
  type: several(oneOf(EVENT_TYPES)),
  subType: several(oneOf(ALL_SUB_EVENT_TYPES)),
  province: several(name),
  district: several(name),
  actor: several(name),
  targetType: several(oneOf(TARGET_TYPES)),
  minSeverity: single(severity),
  status: several(oneOf(STATUSES)),
  grade: several(oneOf(GRADES)),
  chinese: single(oneOf(['true', 'false']).transform((value) => value === 'true')),
  site: several(name),
  route: several(name),
  radiusKm: single(radius),
  certainty: single(oneOf(CERTAINTIES)),
  area: single(area),
  targetedSite: several(name),
  origin: several(name),
} satisfies Record<keyof Filter, z.ZodType>;

export const FILTER_KEYS = Object.keys(filterParamSchemas).filter(
  (key): key is keyof Filter => key in filterParamSchemas,
);

/** What is wrong with one parameter, in words that follow its name: "minSeverity is a whole number 1 to 5". */
export interface ParamIssue {
  readonly name: string;
  readonly reason: string;
}

export type FilterResult =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly issues: readonly ParamIssue[] };

/**
 * Reads a filter from URL parameters. Parameters that are no part of a filter are left alone: the caller knows
 * which others it takes. All faults are reported at once.
 */
export function parseFilterParams(params: FilterParams): FilterResult {
  const filter: Record<string, unknown> = {};
  const issues: ParamIssue[] = [];
  for (const key of FILTER_KEYS) {
    const values = params[key];
    if (values === undefined || values.length === 0) continue;
    const result = filterParamSchemas[key].safeParse(values);
    if (result.success) filter[key] = result.data;
    else issues.push({ name: key, reason: result.error.issues[0]?.message ?? 'is not valid' });
  }
  issues.push(...findConflicts(filter));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, filter: filter as Filter };
}

function findConflicts({ from, to, radiusKm, site, route }: Filter): ParamIssue[] {
  const issues: ParamIssue[] = [];
  if (from !== undefined && to !== undefined && from > to) {
    issues.push({ name: 'to', reason: `is not before from (${from})` });
  }
  if (radiusKm !== undefined && site === undefined && route === undefined) {
    issues.push({ name: 'radiusKm', reason: 'goes with site or route' });
  }
  return issues;
}

/** Writes a filter as URL parameters, in a fixed order; `parseFilterParams` reads it back unchanged. */
export function toFilterParams(filter: Filter): Record<string, string[]> {
  const params: Record<string, string[]> = {};
  for (const key of FILTER_KEYS) {
    const value = filter[key];
    if (value === undefined) continue;
    if (key === 'area') params[key] = filter.area ? [formatArea(filter.area)] : [];
    else params[key] = Array.isArray(value) ? value.map(String).sort() : [String(value)];
  }
  return params;
}

/** A filter as a query string without `?`; the same filter always gives the same text. */
export function toFilterQuery(filter: Filter): string {
  const search = Object.entries(toFilterParams(filter)).flatMap(([key, values]) =>
    values.map((value) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`),
  );
  return search.join('&');
}
