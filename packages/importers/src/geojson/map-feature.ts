import { incidentSchema, type RowIssue } from '@corridor/domain';
import type { ImportContext, MappedRow } from '../import-context.ts';
import { positionFault } from '../position-fault.ts';
import { issueAt, type SourceRow } from '../source-row.ts';
import { parseRecord } from '../to-record.ts';
import type { Feature } from './read-features.ts';

/** Whether a feature is one of our own export: its properties are a record. */
export function isOwnFeature({ properties }: Feature): boolean {
  return properties !== null && ['id', 'occurred', 'casualties', 'place'].every((name) => name in properties);
}

/**
 * A feature of our own export as its record. The export draws no point where only the district is known, so that such a
 * record comes back without one.
 */
export function mapOwnFeature(feature: Feature, context: ImportContext): MappedRow {
  const row = rowOf(feature);
  const issues: RowIssue[] = [];
  const point = pointOf(feature, issues);
  if (!point) return { record: null, issues };
  const fault = positionFault(point, context.bounds);
  if (fault !== null)
    return { record: null, issues: [issueAt(row, 'geometry', `${point.latitude}, ${point.longitude}`, fault)] };
  const properties = feature.properties ?? {};
  const stated = Object.keys(incidentSchema.shape).filter((name) => name in properties);
  const words = properties.place;
  const place = typeof words === 'object' ? { ...words, ...point } : words;
  const known = knownPlace(place, row, context);
  if (known.length > 0) return { record: null, issues: known };
  return parseRecord(
    row,
    { ...Object.fromEntries(stated.map((name) => [name, properties[name]])), place },
    issues,
    (part, detail) => (detail === '' ? part : `${part}.${detail}`),
  );
}

function knownPlace(place: unknown, row: SourceRow, { names }: ImportContext): RowIssue[] {
  const { province, district } = incidentSchema.shape.place.safeParse(place).data ?? { province: null, district: null };
  return [
    ...(province !== null && names.province(province) !== province
      ? [issueAt(row, 'place.province', province, 'is no known province')]
      : []),
    ...(district !== null && !names.districts(district).some(({ name }) => name === district)
      ? [issueAt(row, 'place.district', district, 'is no known district')]
      : []),
  ];
}

/**
 * A feature of anybody else's as a row, for a mapping: its properties as texts, and `latitude` and `longitude` of its point.
 * Null, with an issue, for a geometry that is no point.
 */
export function featureRow(feature: Feature, issues: RowIssue[]): SourceRow | null {
  const point = pointOf(feature, issues);
  if (!point) return null;
  const row = rowOf(feature);
  const position =
    point.latitude === null ? {} : { latitude: String(point.latitude), longitude: String(point.longitude) };
  const id = feature.id === undefined ? {} : { 'feature id': String(feature.id) };
  return { ...row, cells: { ...id, ...row.cells, ...position } };
}

function rowOf({ file, row, properties }: Feature): SourceRow {
  return {
    file,
    row,
    cells: Object.fromEntries(Object.entries(properties ?? {}).map(([name, value]) => [name, textOf(value)])),
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function pointOf(
  feature: Feature,
  issues: RowIssue[],
): { readonly latitude: number | null; readonly longitude: number | null } | null {
  const { geometry } = feature;
  if (geometry === null) return { latitude: null, longitude: null };
  const [longitude, latitude] = Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
  if (geometry.type === 'Point' && typeof longitude === 'number' && typeof latitude === 'number')
    return { latitude, longitude };
  issues.push(issueAt(feature, 'geometry', geometry.type, 'is no point: only points become records'));
  return null;
}
