import { SORT_KEYS } from '@corridor/domain';
import {
  columnFromArray,
  dateDay,
  list,
  Table,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeArrow, encodeArrow, IncidentEngine, IncidentTable } from './index.ts';
import { createMadeUpGeography, createSeededIncidents, summary } from './testing/index.ts';

const geography = createMadeUpGeography();
const incidents = createSeededIncidents({ count: 300, seed: 3, geography });
const table = IncidentTable.fromIncidents(incidents, 42);
const bytes = encodeArrow(table, { metadata: { licence: 'CC BY 4.0', filter: 'type=Battles' } });

const rowsOf = (of: IncidentTable) => Array.from({ length: of.rowCount }, (_, row) => of.summary(row));

test('a table survives the way through Arrow', () => {
  const decoded = decodeArrow(bytes);
  expect(decoded.revision).toBe(42);
  expect(rowsOf(decoded)).toEqual(rowsOf(table));
  expect([decoded.firstDay, decoded.lastDay]).toEqual([table.firstDay, table.lastDay]);
  const query = { filter: { q: 'convoy' }, groups: ['actor', 'district'] } as const;
  expect(new IncidentEngine(decoded, geography).answer(query)).toEqual(
    new IncidentEngine(table, geography).answer(query),
  );
});

test('a table without rows survives too', () => {
  const decoded = decodeArrow(encodeArrow(IncidentTable.fromIncidents([], 1)));
  expect([decoded.rowCount, decoded.revision, decoded.firstDay]).toEqual([0, 1, null]);
});

test('any Arrow reader finds readable columns and the metadata', () => {
  const arrow = tableFromIPC(bytes);
  expect(Object.fromEntries(arrow.schema.metadata ?? [])).toEqual({
    licence: 'CC BY 4.0',
    filter: 'type=Battles',
    revision: '42',
  });
  const first = table.summary(0);
  expect(arrow.at(0)).toMatchObject({
    id: first.id,
    start: Date.parse(first.start),
    event_type: first.eventType,
    actors: first.actors,
    district: first.district,
    killed_best: first.killed?.best ?? null,
    affects_chinese_nationals: first.chinese,
  });
});

test('chosen rows are encoded in their order, and read back sorted', () => {
  const engine = new IncidentEngine(table, geography);
  fc.assert(
    fc.property(fc.constantFrom(...SORT_KEYS), fc.boolean(), (by, descending) => {
      const rows = engine.matchedRows({ type: ['Battles'] }, { by, descending });
      const encoded = encodeArrow(table, { rows });
      expect(tableFromIPC(encoded).getChild('id')?.toArray()).toEqual(Array.from(rows, (row) => table.id(row)));
      expect(rowsOf(decodeArrow(encoded))).toEqual(Array.from(rows.toSorted(), (row) => table.summary(row)));
    }),
    { seed: 4, numRuns: 20 },
  );
});

test('every fact of every chosen row is in its column, and no value of the others', () => {
  const rows = Uint32Array.of(7, 3, 150, 151, 7);
  const arrow = tableFromIPC(encodeArrow(table, { rows }));
  rows.forEach((row, index) => {
    const { actors, chinese, killed, start, end, severity, placeName, targetedSites, ...rest } = table.summary(row);
    expect(arrow.at(index)).toMatchObject({
      id: rest.id,
      title: rest.title,
      summary: table.columns.summary.at(row),
      start: Date.parse(start),
      end: Date.parse(end),
      date_precision: rest.datePrecision,
      event_type: rest.eventType,
      sub_event_type: rest.subEventType,
      actors,
      actor_claim: rest.actorClaim,
      target_type: rest.targetType,
      targeted_sites: targetedSites,
      place: placeName,
      province: rest.province,
      district: rest.district,
      latitude: rest.latitude,
      longitude: rest.longitude,
      place_precision: rest.placePrecision,
      killed_low: killed?.low ?? null,
      chinese_wounded_high: rest.chineseWounded?.high ?? null,
      severity,
      status: rest.status,
      grade: rest.grade,
      affects_chinese_nationals: chinese,
      summarises_day: rest.summarisesDay,
    });
  });
  const text = new TextDecoder('latin1').decode(encodeArrow(table, { rows }));
  const chosen = new Set(
    Array.from(rows, (row) => table.summary(row)).flatMap((row) => [row.placeName, ...row.actors]),
  );
  const others = [...table.columns.placeNames, ...table.columns.actorNames].filter(
    (name) => ![...chosen].some((kept) => kept.includes(name)),
  );
  expect(others.length).toBeGreaterThan(20);
  expect(others.filter((name) => text.includes(name))).toEqual([]);
});

test('texts that are not in dictionaries, in several batches, are read the same', () => {
  const arrow = tableFromIPC(bytes);
  const plain = arrow.names.map((name): [string, ReturnType<typeof columnFromArray>] => {
    const values = Array.from(arrow.getChild(name) ?? []);
    const first = values.find((value) => value !== null);
    const type =
      typeof first === 'string'
        ? utf8()
        : Array.isArray(first)
          ? list(utf8())
          : name === 'start' || name === 'end'
            ? dateDay()
            : undefined;
    return [
      name,
      type
        ? columnFromArray(values, type, { maxBatchRows: 70 })
        : columnFromArray(values, undefined, { maxBatchRows: 70 }),
    ];
  });
  const { schema, children } = tableFromColumns(plain);
  const encoded = tableToIPC(new Table({ ...schema, metadata: new Map([['revision', '42']]) }, children), {
    format: 'stream',
  });
  expect(rowsOf(decodeArrow(encoded ?? new Uint8Array()))).toEqual(rowsOf(table));
});

test('bytes that begin anywhere in a larger buffer are read', () => {
  const larger = new Uint8Array(bytes.length + 3);
  larger.set(bytes, 3);
  expect(decodeArrow(larger.subarray(3)).rowCount).toBe(table.rowCount);
});

test.each([
  ['nothing', new Uint8Array(0)],
  ['text', new TextEncoder().encode('id,title\n1,hello\n, and some more text')],
  ['half of a table', bytes.subarray(0, bytes.length / 2)],
])('says that %s is not a table', (_name, broken) => {
  expect(() => decodeArrow(broken)).toThrow(/^Not an incident table as an Arrow stream: ./);
});

test('lists whose offsets fall are refused before a list is made', () => {
  const broken = encodeArrow(IncidentTable.fromIncidents(incidents.slice(0, 5), 1));
  const offsets = tableFromIPC(broken).getChild('actors')?.data[0]?.offsets;
  if (offsets) offsets[2] = 2 ** 31 - 1;
  expect(() => decodeArrow(broken)).toThrow(/"actors" row 1 has broken offsets/);
});

test('bytes changed at random give a table or a clear error, never anything else', () => {
  const small = encodeArrow(IncidentTable.fromIncidents(incidents.slice(0, 5), 1));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      (changes) => {
        const broken = small.slice();
        for (const [at, value] of changes) broken[at] = value;
        let outcome: unknown;
        try {
          outcome = decodeArrow(broken);
        } catch (error) {
          outcome = error;
        }
        const isClear = outcome instanceof TypeError && outcome.message.startsWith('Not an incident table');
        expect(outcome instanceof IncidentTable || isClear).toBe(true);
      },
    ),
    { seed: 8, numRuns: 1500 },
  );
});

test('rows are summed up as the records say', () => {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  for (const row of rowsOf(table)) {
    const incident = byId.get(row.id);
    expect(incident && summary(incident)).toEqual(row);
  }
  expect(rowsOf(table).length).toBe(incidents.length);
});
