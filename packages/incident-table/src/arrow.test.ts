import { SORT_KEYS } from '@corridor/domain';
import { tableFromIPC } from '@uwdata/flechette';
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
