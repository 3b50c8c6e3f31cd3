import { readFile } from 'node:fs/promises';
import type { Mapping } from '../../mapped/mapping.ts';
import { aWorkbook, sheetRows } from '../a-workbook.ts';
import { rowsOf } from '../read-text.ts';

/** A file that can be read, of which broken ones are made. */
export interface FuzzSeed {
  readonly format: string;
  readonly bytes: Uint8Array;
  /** Of a workbook: the XML of each of its sheets, from which another can be made. */
  readonly sheet?: string;
  readonly mapping?: Mapping;
}

const MAPPING: Mapping = {
  name: 'Partner sheet',
  origin: 'partner-sheet',
  licence: 'CC-BY-4.0',
  columns: {
    id: 'Ref',
    date: 'Incident Date',
    subEventType: 'Incident Type',
    actors: 'Perpetrator',
    place: 'Location',
    province: 'Province',
    district: 'District',
    latitude: 'Lat',
    longitude: 'Long',
    killed: 'Killed',
    sourceUrl: 'Link',
    sourcePublisher: 'Source',
    notes: 'Remarks',
  },
  dateOrder: null,
  values: { subEventType: { Firing: 'Attack', 'IED blast': 'Remote explosive/landmine/IED' } },
  everyRow: {},
};

const FEATURES: Mapping = {
  ...MAPPING,
  columns: { date: 'Event Date', subEventType: 'Incident type', place: 'Location', killed: 'Killed' },
  dateOrder: 'day-month-year',
};

/** As plain bytes: a part of a Buffer is the Buffer, and a change to it would change the seed. */
async function read(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`../../${path}`, import.meta.url)));
}

/** The golden fixtures, and a workbook of GTD's in two sheets. */
export async function fuzzSeeds(): Promise<readonly FuzzSeed[]> {
  const [acled, acledOld, ucdp, ucdpOld, gtd, own, partner, ownMap, otherMap] = await Promise.all(
    [
      'acled/fixtures/acled.csv',
      'acled/fixtures/acled-old.csv',
      'ucdp/fixtures/ucdp.csv',
      'ucdp/fixtures/ucdp-old.csv',
      'gtd/fixtures/gtd.csv',
      'own/fixtures/own.csv',
      'mapped/fixtures/partner.csv',
      'geojson/fixtures/own-map.geojson',
      'geojson/fixtures/other.geojson',
    ].map(read),
  );
  const seeds = [
    { format: 'acled', bytes: acled },
    { format: 'acled', bytes: acledOld },
    { format: 'ucdp', bytes: ucdp },
    { format: 'ucdp', bytes: ucdpOld },
    { format: 'gtd', bytes: gtd },
    { format: 'own', bytes: own },
    { format: 'table', bytes: partner, mapping: MAPPING },
    { format: 'geojson', bytes: ownMap },
    { format: 'geojson', bytes: otherMap, mapping: FEATURES },
  ].flatMap(({ bytes, ...seed }) => (bytes ? [{ ...seed, bytes }] : []));
  const rows = gtd ? await rowsOf('gtd.csv', gtd) : [];
  const sheet = sheetRows([Object.keys(rows[0]?.cells ?? {}), ...rows.map(({ cells }) => Object.values(cells))]);
  return [...seeds, { format: 'xlsx', bytes: aWorkbook({ sheets: { Data: sheet, More: sheet } }), sheet }];
}
