import { readFile } from 'node:fs/promises';
import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  DATE_PRECISIONS,
  EVENT_TYPES,
  type Incident,
  incidentSchema,
  PLACE_PRECISIONS,
} from '@corridor/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapAcled } from './acled/map-acled.ts';
import { isSoundRecord } from './is-sound-record.ts';
import { aContext } from './testing/a-context.ts';
import { mapText } from './testing/read-text.ts';

async function aRecord(): Promise<Incident> {
  const bytes = await readFile(new URL('acled/fixtures/acled.csv', import.meta.url));
  const [record] = (await mapText('f', bytes, (row) => mapAcled(row, aContext()))).records;
  if (!record) throw new Error('the fixture has no record');
  return record;
}

const oneOf = fc.constantFrom;
/** Lengths about every limit that a text has. */
const text = oneOf(0, 1, 99, 100, 101, 128, 200, 201, 300, 301, 500, 501, 20_000, 20_001).map((size) =>
  'a'.repeat(size),
);
const id = oneOf('a', 'A', '-a', 'a b', 'acled-x1', `a${'b'.repeat(127)}`, `a${'b'.repeat(128)}`, 'a\n', '');
const date = oneOf('2024-02-29', '2023-02-29', '2024-10-07', '2024-10-7', '', 'soon', '0000-01-01', '9999-12-31');
const count = oneOf(0, 1, 2, 999_999, 1_000_000, 1_000_001, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY);
const degrees = oneOf(null, 0, 90, 90.1, -90, 180, 180.1, -180, 30.5, Number.NaN);
const toll = fc.oneof(fc.constant(null), fc.record({ low: count, best: count, high: count }));

/** Any of the values that a part of a record may have by its type, sound or not. */
const changes = fc.record(
  {
    id,
    title: text,
    summary: text,
    target: text,
    projectSite: text,
    notes: text,
    origin: text,
    licence: text,
    eventType: oneOf(...EVENT_TYPES),
    subEventType: oneOf(...ALL_SUB_EVENT_TYPES),
    occurred: fc.record({ start: date, end: date, precision: oneOf(...DATE_PRECISIONS) }),
    actors: fc.array(fc.record({ name: text, claim: oneOf(...ACTOR_CLAIMS) }), { maxLength: 22 }),
    place: fc.record({
      name: text,
      province: fc.option(text),
      district: fc.option(text),
      latitude: degrees,
      longitude: degrees,
      precision: oneOf(...PLACE_PRECISIONS),
    }),
    targetedSites: fc.array(id, { maxLength: 2 }),
    casualties: fc.record({
      killed: toll,
      wounded: toll,
      abducted: toll,
      attackersKilled: toll,
      chineseKilled: toll,
      chineseWounded: toll,
    }),
  },
  { requiredKeys: [] },
);

describe('isSoundRecord', () => {
  it('is true of no record that the schema refuses or changes', async () => {
    const base = await aRecord();
    let sound = 0;
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 3 }), (changed, parts) => {
        let record: Incident = base;
        for (const [part, value] of Object.entries(changed).slice(0, parts)) record = { ...record, [part]: value };
        if (!isSoundRecord(record)) return;
        sound++;
        expect(incidentSchema.parse(record)).toEqual(record);
      }),
      { seed: 5, numRuns: 1_500 },
    );
    expect(sound).toBeGreaterThan(50);
  });

  it('is true of a record with any one part changed to what the schema takes, but for lists it does not look into', async () => {
    const base = await aRecord();
    fc.assert(
      fc.property(changes, (changed) => {
        for (const [part, value] of Object.entries(changed)) {
          if (part === 'targetedSites') continue;
          const record: Incident = { ...base, [part]: value };
          expect(isSoundRecord(record)).toBe(incidentSchema.safeParse(record).success);
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
