import {
  type NewRoute,
  type NewSite,
  newRouteSchema,
  newSiteSchema,
  type Route,
  type RouteChanges,
  type Site,
  type SiteChanges,
  type Source,
} from '@corridor/domain';
import type { TargetKind } from '../../lib/api/targets.ts';
import { FIELDS, type FieldName, fieldNames, isFieldName } from '../../lib/target-fields.ts';
import { readLine, writeLine } from './line-text.ts';

/** What is typed: texts by field, and the sources. */
export interface TargetForm {
  readonly texts: Readonly<Partial<Record<FieldName, string>>>;
  readonly sources: readonly Source[];
}

export type FaultKey = 'required' | 'number' | 'range' | 'year' | 'line' | 'address' | 'refused';

/** What is wrong, by path: `radiusKm`, `sources.0.url`. */
export type Faults = ReadonlyMap<string, { readonly key: FaultKey; readonly words?: string }>;

const NEW_TEXTS: Readonly<Record<TargetKind, TargetForm['texts']>> = {
  site: { sector: 'energy', status: 'planned', precision: 'site', radiusKm: '10' },
  route: { status: 'planned', radiusKm: '10' },
};

/** A form with nothing but what is usual. */
export function emptyForm(kind: TargetKind): TargetForm {
  return { texts: NEW_TEXTS[kind], sources: [] };
}

/** The form that stands for a record. */
export function formOf(kind: TargetKind, record: Route | Site): TargetForm {
  const values: ReadonlyMap<string, unknown> = new Map(Object.entries(record));
  const texts: Partial<Record<FieldName, string>> = {};
  for (const name of fieldNames(kind)) {
    if (name === 'line' && 'line' in record) texts[name] = writeLine(record.line);
    else if (name !== 'sources') texts[name] = String(values.get(name) ?? '');
  }
  return { texts, sources: 'sources' in record ? record.sources : [] };
}

export type CheckedTarget =
  | { readonly ok: true; readonly target: NewRoute | NewSite }
  | { readonly ok: false; readonly faults: Faults };

/** The site or route that a form stands for, or what is wrong with each field. */
export function checkTarget(kind: TargetKind, form: TargetForm): CheckedTarget {
  const schema = kind === 'site' ? newSiteSchema : newRouteSchema;
  const result = schema.safeParse(valuesOf(kind, form));
  if (result.success) return { ok: true, target: result.data };
  const faults = new Map<string, { key: FaultKey }>();
  for (const { path } of result.error.issues) {
    const name = path[0] === 'sources' ? path.join('.') : String(path[0]);
    if (!faults.has(name)) faults.set(name, { key: faultOf(kind, name, form) });
  }
  return { ok: false, faults };
}

/** The fields of `mine` that differ from the record that the form began with. */
export function changesOf(kind: TargetKind, base: Route | Site, mine: NewRoute | NewSite): RouteChanges | SiteChanges {
  const before: ReadonlyMap<string, unknown> = new Map(Object.entries(base));
  const fields: ReadonlySet<string> = new Set(fieldNames(kind));
  return Object.fromEntries(
    Object.entries(mine).filter(
      ([name, value]) => fields.has(name) && JSON.stringify(before.get(name)) !== JSON.stringify(value),
    ),
  );
}

export interface Joined {
  readonly form: TargetForm;
  /** Fields that both changed, differently: the form has those of `mine`. */
  readonly both: readonly FieldName[];
}

/** What somebody typed since `base`, put upon what stands now. */
export function joinForms(kind: TargetKind, base: TargetForm, mine: TargetForm, theirs: TargetForm): Joined {
  const both: FieldName[] = [];
  const texts: Partial<Record<FieldName, string>> = {};
  for (const name of fieldNames(kind)) {
    const [old, own, other] = [partOf(base, name), partOf(mine, name), partOf(theirs, name)];
    const isOwn = own !== old;
    if (isOwn && other !== old && own !== other) both.push(name);
    if (name !== 'sources') texts[name] = (isOwn ? mine : theirs).texts[name] ?? '';
  }
  const sources = partOf(mine, 'sources') === partOf(base, 'sources') ? theirs.sources : mine.sources;
  return { form: { texts, sources }, both };
}

/** A field as text, to compare by and to show. */
export function partOf({ sources, texts }: TargetForm, name: FieldName): string {
  if (name !== 'sources') return texts[name] ?? '';
  return sources
    .map(({ date, publisher, title, url }) => [publisher, title, date, url].filter(Boolean).join(', '))
    .join('\n');
}

function valuesOf(kind: TargetKind, { sources, texts }: TargetForm): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of fieldNames(kind)) {
    const text = (texts[name] ?? '').trim();
    const type = FIELDS[kind][name];
    if (type === 'sources') values[name] = sources;
    else if (type === 'points') values[name] = readLine(text) ?? text;
    else if (type === 'number') values[name] = numberOf(text);
    else if (type === 'optionalNumber') values[name] = text === '' ? null : numberOf(text);
    else values[name] = text;
  }
  return values;
}

/** What is no number stays text, which the schema refuses. */
function numberOf(text: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function faultOf(kind: TargetKind, path: string, { texts }: TargetForm): FaultKey {
  if (path.startsWith('sources')) return path.endsWith('url') ? 'address' : 'required';
  if (!isFieldName(path)) return 'required';
  const text = (texts[path] ?? '').trim();
  if (text === '') return 'required';
  if (path === 'line') return 'line';
  if (path === 'startYear' || path === 'completionYear') return 'year';
  const type = FIELDS[kind][path];
  if (type !== 'number' && type !== 'optionalNumber') return 'refused';
  return typeof numberOf(text) === 'number' ? 'range' : 'number';
}
