import {
  DEFAULT_SORT,
  DIMENSIONS,
  DRAFT_KINDS,
  EMPTY_FILTER,
  FILTER_KEYS,
  type Filter,
  type ParamIssue,
  parseAsOf,
  parseFilterParams,
  SORT_KEYS,
  type Sort,
  TIME_UNITS,
  toFilterParams,
} from '@corridor/domain';
import { z } from 'zod';
import { QUEUE_LISTS, QUEUE_ORDERS, QUEUE_WHOSE, WAITING_STATUSES } from '../api/queue-choice.ts';

/** A URL's search part: every parameter is a list of texts, as the API has it too. */
export type ViewSearch = { readonly [name: string]: string[] | undefined };

const MAP_MODES = ['incidents', 'density', 'areas'] as const;
const SHADES = ['count', 'rate', 'change'] as const;
export const TREND_FORMS = ['monthly', 'yearly', 'types'] as const;
export const MAP_LAYERS = ['sites', 'routes', 'claims', 'rivers', 'towns'] as const;
export type MapMode = (typeof MAP_MODES)[number];
export type Shade = (typeof SHADES)[number];
export type MapLayer = (typeof MAP_LAYERS)[number];

const position = z
  .string()
  .regex(/^-?\d{1,3}(\.\d+)?,-?\d{1,2}(\.\d+)?,\d{1,2}(\.\d+)?$/, 'is longitude,latitude,zoom')
  .transform((text) => {
    const [longitude = 0, latitude = 0, zoom = 0] = text.split(',').map(Number);
    return { longitude, latitude, zoom };
  });

const sort = z
  .string()
  .regex(
    new RegExp(`^-?(${SORT_KEYS.join('|')})$`),
    `is one of ${SORT_KEYS.join(', ')}, with - before it for descending`,
  )
  .transform((text): Sort => {
    const name = text.replace('-', '');
    return { by: SORT_KEYS.find((key) => key === name) ?? DEFAULT_SORT.by, descending: text.startsWith('-') };
  });

const list = z.string().transform((text) => (text === '' ? [] : text.split(',')));

function checkMoment(text: string, context: z.core.$RefinementCtx): void {
  try {
    parseAsOf(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is no moment' });
  }
}

/** What a view holds besides its filter. Each is one URL parameter; absent means the screen's own default. */
const VIEW_SCHEMAS = {
  /** The moment that the records are shown of; absent means now. */
  asOf: z.string().superRefine(checkMoment),
  /** The open incident. */
  incident: z.string().max(128),
  /** Where the map looks. */
  at: position,
  mode: z.enum(MAP_MODES),
  shade: z.enum(SHADES),
  /** Map layers that are switched on, comma-separated. */
  layers: list,
  /** Timeline bucket, what it is stacked by, and its first year. */
  unit: z.enum(TIME_UNITS),
  stack: z.enum(DIMENSIONS),
  span: z.string().regex(/^\d{4}$/, 'is a year'),
  sort,
  /** Whether the map's list holds what is in view (absent) or everything. */
  list: z.enum(['all']),
  /** Table columns, comma-separated. */
  columns: list,
  rows: z.enum(['comfortable', 'compact']),
  /** The open site or route, and the open province or district. */
  openSite: z.string().max(128),
  openRegion: z.string().max(200),
  /** Radius in kilometres that a reader tries on the open site. */
  radius: z
    .string()
    .regex(/^\d{1,3}$/, 'is a whole number of kilometres')
    .transform(Number),
  /** Provinces that show their districts. */
  expanded: list,
  /** The trend chart's form, and charts shown as tables. */
  trend: z.enum(TREND_FORMS),
  tables: list,
  /** What of the review is shown; then the queue's order, whose part of it, and of which status. */
  queueList: z.enum(QUEUE_LISTS),
  queueOrder: z.enum(QUEUE_ORDERS),
  queueOf: z.enum(QUEUE_WHOSE),
  queueStatus: z.enum(WAITING_STATUSES),
  /** Of the drafts: which kind, the open one, and which of its candidates were chosen (`place.1`), comma-separated. */
  draftKind: z.enum(DRAFT_KINDS),
  draft: z.string().max(128),
  chosen: list,
} as const;

type ViewKey = keyof typeof VIEW_SCHEMAS;
const VIEW_KEYS = Object.keys(VIEW_SCHEMAS).filter((key): key is ViewKey => key in VIEW_SCHEMAS);

export type ViewState = { readonly [K in ViewKey]?: z.output<(typeof VIEW_SCHEMAS)[K]> };

/** Everything a URL says about what is on the screen. */
export interface View extends ViewState {
  readonly filter: Filter;
}

/** The name of every part of a view. */
export const VIEW_PARTS: readonly (keyof View)[] = ['filter', ...VIEW_KEYS];

/**
 * Reads a view. A part that cannot be read is left out and reported with its name and what is allowed; the rest stands.
 */
export function parseView(search: ViewSearch): { view: View; issues: readonly ParamIssue[] } {
  const state: Record<string, unknown> = {};
  const issues: ParamIssue[] = [];
  for (const key of VIEW_KEYS) {
    const text = search[key]?.[0];
    if (text === undefined) continue;
    const result = VIEW_SCHEMAS[key].safeParse(text);
    if (result.success) state[key] = result.data;
    else issues.push({ name: key, reason: result.error.issues[0]?.message ?? 'is not valid' });
  }
  const filter = parseTolerantly(search, issues);
  return { view: { ...(state as ViewState), filter }, issues };
}

function parseTolerantly(search: ViewSearch, issues: ParamIssue[]): Filter {
  const result = parseFilterParams(search);
  if (result.ok) return result.filter;
  issues.push(...result.issues);
  const faulty = new Set(result.issues.map((issue) => issue.name));
  const rest = parseFilterParams(Object.fromEntries(Object.entries(search).filter(([key]) => !faulty.has(key))));
  return rest.ok ? rest.filter : EMPTY_FILTER;
}

/** What may be changed in a view: a part set to `undefined` goes. */
export type ViewPatch = { readonly [K in ViewKey]?: ViewState[K] | undefined } & { readonly filter?: Filter };

/** A view's URL after a change; parameters that are not mentioned stay as they are. */
export function patchSearch(search: ViewSearch, patch: ViewPatch): ViewSearch {
  const next: Record<string, string[] | undefined> = { ...search };
  for (const key of VIEW_KEYS) {
    if (!(key in patch)) continue;
    const value = formatPart(patch, key);
    if (value === undefined) delete next[key];
    else next[key] = [value];
  }
  if (patch.filter) {
    for (const key of FILTER_KEYS) delete next[key];
    Object.assign(next, toFilterParams(patch.filter));
  }
  return next;
}

function formatPart(patch: ViewPatch, key: ViewKey): string | undefined {
  if (key === 'at') return patch.at && formatPosition(patch.at);
  if (key === 'sort') return patch.sort && `${patch.sort.descending ? '-' : ''}${patch.sort.by}`;
  const value = patch[key];
  return Array.isArray(value) ? value.join(',') : value === undefined ? undefined : String(value);
}

function formatPosition({ longitude, latitude, zoom }: NonNullable<ViewState['at']>): string {
  return `${longitude.toFixed(4)},${latitude.toFixed(4)},${Number(zoom.toFixed(2))}`;
}
