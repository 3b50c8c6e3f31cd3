import type { TargetKind } from './api/targets.ts';

/** How a field is typed: `optional` numbers may be left out. */
export type FieldType = 'text' | 'longText' | 'number' | 'optionalNumber' | 'choice' | 'points' | 'sources';

const SITE_FIELDS = {
  name: 'text',
  sector: 'choice',
  kind: 'text',
  status: 'choice',
  corridor: 'text',
  province: 'choice',
  district: 'choice',
  location: 'text',
  latitude: 'number',
  longitude: 'number',
  precision: 'choice',
  radiusKm: 'number',
  operator: 'text',
  chinesePartner: 'text',
  capacity: 'optionalNumber',
  capacityUnit: 'text',
  costMusd: 'optionalNumber',
  startYear: 'optionalNumber',
  completionYear: 'optionalNumber',
  sources: 'sources',
  notes: 'longText',
} as const satisfies Readonly<Record<string, FieldType>>;

const ROUTE_FIELDS = {
  name: 'text',
  kind: 'text',
  status: 'choice',
  corridor: 'text',
  radiusKm: 'number',
  line: 'points',
} as const satisfies Readonly<Record<string, FieldType>>;

export type FieldName = keyof typeof SITE_FIELDS | keyof typeof ROUTE_FIELDS;

/** What of a site or route is written in the form, in its order. */
export const FIELDS: Readonly<Record<TargetKind, Readonly<Partial<Record<FieldName, FieldType>>>>> = {
  site: SITE_FIELDS,
  route: ROUTE_FIELDS,
};

export function fieldNames(kind: TargetKind): readonly FieldName[] {
  return asFieldNames(Object.keys(FIELDS[kind]));
}

export function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(SITE_FIELDS, text) || Object.hasOwn(ROUTE_FIELDS, text);
}

/** Guarantee: the argument is the keys of SITE_FIELDS or ROUTE_FIELDS. */
function asFieldNames(names: readonly string[]): readonly FieldName[] {
  return names as readonly FieldName[];
}
