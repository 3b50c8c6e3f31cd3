import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkArrowStream } from './check-arrow-stream.ts';
import {
  applyDelta,
  decodeTable,
  encodeDelta,
  encodeTable,
  type IncidentColumns,
  IncidentTable,
  type KeyedIncident,
  LazyTexts,
  TableStream,
} from './index.ts';
import { createMadeUpGeography, createSeededIncidents } from './testing/index.ts';

const geography = createMadeUpGeography();
const incidents = createSeededIncidents({ count: 400, seed: 31, geography });
const keys = incidents.map((_, index) => 3 * index + 2);
const table = IncidentTable.fromIncidents(incidents, 7, keys);
const bytes = encodeTable(table);

/** All that a table holds but its texts, which a stream leaves out. */
function withoutTexts({ id, title, summary, texts, ...columns }: IncidentColumns) {
  return columns;
}

test('a table comes back as it was, but for its texts', () => {
  const decoded = decodeTable(bytes);
  expect(withoutTexts(decoded.columns)).toEqual(withoutTexts(table.columns));
  expect([decoded.revision, decoded.rowCount]).toEqual([7, 400]);
  expect([decoded.firstDay, decoded.lastDay]).toEqual([table.firstDay, table.lastDay]);
  expect(decoded.summary(5)).toEqual({ ...table.summary(5), id: `key:${table.columns.key[5]}`, title: '' });
});

test('a table without rows comes back too', () => {
  const empty = decodeTable(encodeTable(IncidentTable.fromIncidents([], 3)));
  expect([empty.rowCount, empty.revision, empty.firstDay]).toEqual([0, 3, null]);
});

test('texts are asked for by key, and are there once they are given', () => {
  const texts = new LazyTexts();
  const decoded = decodeTable(bytes, texts);
  const key = decoded.columns.key[5] ?? 0;
  expect([decoded.summary(5).title, decoded.rowOf(table.id(6))]).toEqual(['', undefined]);
  expect(texts.takeMissing()).toEqual({ keys: [key], ids: [table.id(6)] });
  texts.set(key, { id: table.id(5), title: table.summary(5).title, summary: '' });
  texts.setKey(table.id(6), decoded.columns.key[6] ?? 0);
  expect(decoded.summary(5)).toEqual(table.summary(5));
  expect([decoded.rowOf(table.id(5)), decoded.rowOf(table.id(6))]).toEqual([5, 6]);
  expect(texts.takeMissing()).toEqual({ keys: [], ids: [] });
});

test('any Arrow reader finds readable columns', () => {
  const arrow = tableFromIPC(bytes);
  const summary = table.summary(0);
  const { actors, killed, placeName, start, targetedSites } = summary;
  expect(arrow.numRows).toBe(400);
  expect(arrow.at(0)).toMatchObject({
    key: table.columns.key[0],
    start: Date.parse(start),
    event_type: summary.eventType,
    severity: summary.severity,
    affects_chinese_nationals: summary.chinese,
    actors,
    targeted_sites: targetedSites,
    place_name: placeName,
    place: {
      latitude: summary.latitude,
      longitude: summary.longitude,
      precision: summary.placePrecision,
      province: summary.province,
      district: summary.district,
    },
    toll: { killed_low: killed?.low ?? null, killed_best: killed?.best ?? null },
  });
  expect(() => checkArrowStream(bytes)).not.toThrow();
});

test('what has arrived up to the end of a batch is the newest incidents, exactly', () => {
  const sent = encodeTable(table, { batchRows: 64 });
  const stream = new TableStream();
  const seen: number[] = [];
  for (let at = 0; at < sent.length; at += 200) {
    stream.push(sent.subarray(at, at + 200));
    if (stream.loaded === 0 || seen.includes(stream.loaded)) continue;
    seen.push(stream.loaded);
    const part = stream.table();
    const first = table.rowCount - stream.loaded;
    expect([part.rowCount, stream.total, part.revision]).toEqual([stream.loaded, table.rowCount, 7]);
    expect(part.columns.key).toEqual(table.columns.key.slice(first));
    for (let row = 0; row < part.rowCount; row++) {
      const id = `key:${table.columns.key[first + row]}`;
      expect(part.summary(row)).toEqual({ ...table.summary(first + row), id, title: '' });
    }
  }
  expect(seen).toEqual([64, 128, 192, 256, 320, 384, 400]);
  expect(stream.isWhole).toBe(true);
  expect(withoutTexts(stream.table().columns)).toEqual(withoutTexts(table.columns));
});

test('bytes may arrive in pieces of any size', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 30 }), (sizes) => {
      const stream = new TableStream();
      let at = 0;
      for (const size of sizes) {
        stream.push(bytes.slice(at, at + size));
        at += size;
      }
      stream.push(bytes.subarray(at));
      expect(stream.isWhole).toBe(true);
      expect(stream.table().columns.key).toEqual(table.columns.key);
    }),
    { seed: 12, numRuns: 50 },
  );
});

test('any sequence of changes, one by one or sent as differences, gives the table that is built anew', () => {
  const pool = createSeededIncidents({ count: 60, seed: 32, geography });
  const change = fc.record({
    kind: fc.constantFrom('update', 'move', 'retract', 'merge', 'split', 'insert', 'nothing'),
    index: fc.nat(59),
    other: fc.nat(59),
  });
  const steps = fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.nat(30), steps, (count, sequence) => {
      const live = new Map<number, KeyedIncident>();
      pool.slice(0, count).forEach((incident, index) => {
        live.set(index + 1, { incident, key: index + 1 });
      });
      let revision = 1;
      const fresh = () => {
        const rows = [...live.values()];
        return IncidentTable.fromIncidents(
          rows.map((row) => row.incident),
          revision,
          rows.map((row) => row.key),
        );
      };
      let held = fresh();
      let sent = decodeTable(encodeTable(held));
      let behind = sent;
      const merged = new Map<number, KeyedIncident>();
      const sinceStart = { upserts: new Set<number>(), removed: new Set<number>() };
      for (const changes of sequence) {
        revision++;
        const upserts = new Set<number>();
        const removed = new Set<number>();
        for (const { index, kind, other } of changes) {
          const key = index + 1;
          const known = live.get(key);
          const [mine, others] = [pool[index], pool[other]];
          if (!mine || !others) continue;
          if (kind === 'merge' && known) {
            live.delete(key);
            merged.set(key, known);
            upserts.delete(key);
            removed.add(key);
          } else if (kind === 'split' && merged.has(key)) {
            live.set(key, merged.get(key) ?? { incident: mine, key });
            merged.delete(key);
            removed.delete(key);
            upserts.add(key);
          } else if (kind === 'insert' && !known && !merged.has(key)) {
            live.set(key, { incident: mine, key });
            upserts.add(key);
          } else if (known && (kind === 'update' || kind === 'move' || kind === 'retract')) {
            const incident =
              kind === 'retract'
                ? { ...known.incident, status: 'retracted' as const }
                : kind === 'move'
                  ? { ...known.incident, occurred: others.occurred }
                  : { ...others, id: mine.id, occurred: known.incident.occurred, title: `${others.title} – née` };
            live.set(key, { incident, key });
            upserts.add(key);
          }
        }
        for (const key of upserts) {
          sinceStart.upserts.add(key);
          sinceStart.removed.delete(key);
        }
        for (const key of removed) {
          sinceStart.removed.add(key);
          sinceStart.upserts.delete(key);
        }
        const written = [...upserts].flatMap((key) => live.get(key) ?? []);
        const before = held.revision;
        held = held.withChanges({ revision, upserts: written, removed: [...removed, 99] });
        const anew = fresh();
        expect(withoutTexts(held.columns)).toEqual(withoutTexts(anew.columns));
        for (let row = 0; row < anew.rowCount; row++) expect(held.summary(row)).toEqual(anew.summary(row));
        for (const { incident } of live.values()) expect(held.rowOf(incident.id)).toBe(anew.rowOf(incident.id));
        sent = applyDelta(sent, encodeDelta(held, before, { upserts: written, removed: [...removed] }));
        expect(withoutTexts(sent.columns)).toEqual(withoutTexts(anew.columns));
        expect(sent.revision).toBe(revision);
      }
      behind = applyDelta(
        behind,
        encodeDelta(held, 1, {
          upserts: [...sinceStart.upserts].map((key) => ({ key })),
          removed: [...sinceStart.removed],
        }),
      );
      expect(withoutTexts(behind.columns)).toEqual(withoutTexts(held.columns));
    }),
    { seed: 33, numRuns: 60 },
  );
});

test('a difference fits the table of its revision only, and forgets texts that changed', () => {
  const texts = new LazyTexts();
  const decoded = decodeTable(bytes, texts);
  const [key = 0, other = 0] = decoded.columns.key;
  texts.set(key, { id: 'a', title: 'before', summary: '' });
  texts.set(other, { id: 'b', title: 'stays', summary: '' });
  const first = incidents[keys.indexOf(key)];
  const upserts = first ? [{ incident: { ...first, title: 'after' }, key }] : [];
  const next = table.withChanges({ revision: 8, upserts, removed: [] });
  const delta = encodeDelta(next, 7, { upserts, removed: [] });
  expect(() => decodeTable(delta)).toThrow(/^Not an incident table .*difference between two tables/);
  expect(() => applyDelta(decodeTable(encodeTable(next)), delta)).toThrow(/difference to revision 7, not 8/);
  expect(() => applyDelta(decoded, delta.subarray(0, delta.length - 100))).toThrow(/cut off/);
  expect(() => applyDelta(table, delta)).toThrow(/holds its texts/);
  const after = applyDelta(decoded, delta);
  expect([after.columns.title.at(0), after.columns.title.at(1)]).toEqual(['', 'stays']);
  expect(() => encodeDelta(table, 1, { upserts: [{ key: 1 }], removed: [] })).toThrow(/key 1 is of none/);
});

test('the table is built the same from batches in any order', async () => {
  async function* batches() {
    for (let at = incidents.length; at > 0; at -= 70) {
      const from = Math.max(0, at - 70);
      yield incidents.slice(from, at).map((incident, index) => ({ incident, key: keys[from + index] ?? 0 }));
    }
  }
  const built = await IncidentTable.fromBatches(batches(), 7);
  expect(withoutTexts(built.columns)).toEqual(withoutTexts(table.columns));
  for (let row = 0; row < built.rowCount; row++)
    expect(built.columns.summary.at(row)).toBe(table.columns.summary.at(row));
});

test.each([
  ['text', new TextEncoder().encode('id,title\n1,hello\n, and some more text')],
  ['a promise of two gigabytes', Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 127, 0, 0, 0, 0)],
])('%s is refused', (_name, broken) => {
  expect(() => decodeTable(broken)).toThrow(/^Not an incident table as an Arrow stream: ./);
});

test('a stream that is cut off is refused', () => {
  for (let length = 0; length < bytes.length; length += 501) {
    expect(() => decodeTable(bytes.subarray(0, length))).toThrow(/^Not an incident table as an Arrow stream: ./);
  }
});

test('bytes changed at random give a table or a clear error, never anything else', () => {
  const small = IncidentTable.fromIncidents(incidents.slice(0, 6), 1);
  const base = decodeTable(encodeTable(small));
  const upserts = incidents.slice(4, 9).map((incident, index) => ({ incident, key: index + 5 }));
  const next = small.withChanges({ revision: 2, upserts, removed: [1] });
  const delta = encodeDelta(next, 1, { upserts, removed: [1] });
  const whole = encodeTable(next);
  const outcomeOf = (read: () => unknown) => {
    try {
      return read();
    } catch (error) {
      return error;
    }
  };
  const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), (changes, isDelta) => {
      const broken = (isDelta ? delta : whole).slice();
      for (const [at, value] of changes) broken[Math.floor(at * broken.length)] = value;
      const outcome = outcomeOf(() => (isDelta ? applyDelta(base, broken) : decodeTable(broken)));
      const isClear = outcome instanceof TypeError && outcome.message.startsWith('Not an incident table');
      if (outcome instanceof IncidentTable) {
        for (let row = 0; row < outcome.rowCount; row++) outcome.summary(row);
      }
      expect(outcome instanceof IncidentTable || isClear).toBe(true);
    }),
    { seed: 18, numRuns: 3000 },
  );
});
