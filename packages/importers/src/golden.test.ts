import { readFile } from 'node:fs/promises';
import { type Incident, incidentSchema, type RowIssue } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { mapAcled } from './acled/map-acled.ts';
import { featureRow, isOwnFeature, mapOwnFeature } from './geojson/map-feature.ts';
import { readFeatures } from './geojson/read-features.ts';
import { mapGtd } from './gtd/map-gtd.ts';
import { guessMapping } from './mapped/guess-mapping.ts';
import { mapTable } from './mapped/map-table.ts';
import type { Mapping } from './mapped/mapping.ts';
import { mapOwn } from './own/map-own.ts';
import type { SourceRow } from './source-row.ts';
import { aContext } from './testing/a-context.ts';
import { mapText, rowsOf } from './testing/read-text.ts';
import { mapUcdp } from './ucdp/map-ucdp.ts';

const CONTEXT = aContext();

/** What a person adds to a guessed mapping: what the partner's words mean. */
const WORDS = { 'IED blast': 'Remote explosive/landmine/IED', IED: 'Remote explosive/landmine/IED', Firing: 'Attack' };

function corrected(name: string, rows: readonly SourceRow[]): Mapping {
  const columns = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  const { mapping } = guessMapping(
    name,
    columns,
    rows.map(({ cells }) => cells),
  );
  return {
    ...mapping,
    licence: 'CC-BY-4.0',
    dateOrder: mapping.dateOrder ?? 'day-month-year',
    values: { subEventType: WORDS },
    everyRow: { targetType: 'civilians', placePrecision: 'place' },
  };
}

async function mapFeatures(name: string, bytes: Uint8Array) {
  const issues: RowIssue[] = [];
  const features = [];
  for await (const batch of readFeatures(name, [bytes])) {
    issues.push(...batch.issues);
    features.push(...batch.features);
  }
  const others = features.filter((it) => !isOwnFeature(it)).flatMap((it) => featureRow(it, issues) ?? []);
  const mapping = corrected('Other map', others);
  const mapped = [
    ...features.filter(isOwnFeature).map((it) => mapOwnFeature(it, CONTEXT)),
    ...others.map((row) => mapTable(row, mapping, CONTEXT)),
  ];
  issues.push(...mapped.flatMap((it) => it.issues));
  return { issues, records: mapped.flatMap(({ record }) => record ?? []) };
}

async function mapPartner(name: string, bytes: Uint8Array) {
  const mapping = corrected('Partner sheet', await rowsOf(name, bytes));
  return { mapping, ...(await mapText(name, bytes, (row) => mapTable(row, mapping, CONTEXT))) };
}

/** Each file of made-up rows beside the records and issues that it must give; `vitest -u` writes them anew. */
const FILES: readonly (readonly [
  string,
  (name: string, bytes: Uint8Array) => Promise<{ readonly records: readonly Incident[] }>,
])[] = [
  ['acled/fixtures/acled.csv', (name, bytes) => mapText(name, bytes, (row) => mapAcled(row, CONTEXT))],
  ['acled/fixtures/acled-old.csv', (name, bytes) => mapText(name, bytes, (row) => mapAcled(row, CONTEXT))],
  ['ucdp/fixtures/ucdp.csv', (name, bytes) => mapText(name, bytes, (row) => mapUcdp(row, CONTEXT))],
  ['ucdp/fixtures/ucdp-old.csv', (name, bytes) => mapText(name, bytes, (row) => mapUcdp(row, CONTEXT))],
  ['gtd/fixtures/gtd.csv', (name, bytes) => mapText(name, bytes, (row) => mapGtd(row, CONTEXT))],
  ['own/fixtures/own.csv', (name, bytes) => mapText(name, bytes, (row) => mapOwn(row, CONTEXT))],
  ['geojson/fixtures/own-map.geojson', mapFeatures],
  ['geojson/fixtures/other.geojson', mapFeatures],
  ['mapped/fixtures/partner.csv', mapPartner],
];

describe('golden files', () => {
  it.each(FILES)('%s gives the records and issues that were agreed on', async (path, map) => {
    const bytes = await readFile(new URL(path, import.meta.url));
    const golden = new URL(path.replace(/\.(csv|geojson)$/, '.golden.json'), import.meta.url);
    const given = await map(path.replace(/^.*\//, ''), bytes);
    // Parts in the order of the schema, whatever order a mapper makes them in.
    const records = given.records.map((record) => incidentSchema.parse(record));
    await expect(`${JSON.stringify({ ...given, records }, null, 1)}\n`).toMatchFileSnapshot(golden.pathname);
  });
});
