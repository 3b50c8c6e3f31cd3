import { expect, test } from 'vitest';
import { draftChangesSchema, draftOf, draftSchema } from './draft.ts';
import { incidentSchema } from './incident.ts';

const incident = incidentSchema.parse({
  id: 'i-1',
  title: 'کوئٹہ: attack',
  summary: 'One.\nTwo.',
  occurred: { start: '2024-03-01', end: '2024-03-01', precision: 'day' },
  eventType: 'Battles',
  subEventType: 'Armed clash',
  actors: [{ name: 'Group A', claim: 'claimed' }],
  target: '',
  targetType: 'convoy',
  place: { name: 'Bridge', province: null, district: null, latitude: null, longitude: null, precision: 'country' },
  casualties: {
    ...{
      killed: null,
      wounded: null,
      abducted: null,
      attackersKilled: null,
      chineseKilled: null,
      chineseWounded: null,
    },
  },
  sources: [{ publisher: 'Daily', title: '', url: 'https://example.org/1', date: null }],
  grade: { reliability: 'B', credibility: '2' },
  status: 'reported',
  targetedSites: [],
  projectSite: '',
  notes: '',
  summarisesDay: false,
  origin: 'test',
  licence: 'CC0',
});
const draft = draftOf(incident);

test('a record without claims, and with sources of before, is read with none and ungraded', () => {
  expect(incident.claims).toEqual([]);
  expect(incident.sources).toMatchObject([{ grade: null, basedOn: '' }]);
});

test('the draft of a record is a draft, and holds nothing that the server gives', () => {
  expect(draftSchema.parse(draft)).toEqual(draft);
  expect(Object.keys(draft)).not.toContain('status');
  expect(draftSchema.safeParse(incident).success).toBe(false);
});

test.each<[where: string, changes: object]>([
  ['title', { title: 'a\u202eb' }],
  ['title', { title: '  ' }],
  ['title', { title: 'two\nlines' }],
  ['summary', { summary: 'a\0b' }],
  ['place.name', { place: { ...draft.place, name: 'a\ud800' } }],
  ['actors.0.name', { actors: [{ name: ' ', claim: 'claimed' }] }],
  ['sources.0.basedOn', { sources: [{ ...draft.sources[0], basedOn: 'a\u0007' }] }],
  ['claims.0.by', { claims: [claim({ by: ' ' })] }],
  ['claims.0.note', { claims: [claim({ note: '\u001b' })] }],
  ['claims.0.source', { claims: [claim({ source: 'javascript:alert(1)' })] }],
  ['claims.0.toll', { claims: [claim({ toll: { low: 3, best: 2, high: 3 } })] }],
  ['', { status: 'confirmed' }],
  ['', { id: 'other' }],
])('refuses a draft and a change of which %j is wrong', (where, changes) => {
  for (const result of [draftSchema.safeParse({ ...draft, ...changes }), draftChangesSchema.safeParse(changes)]) {
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual([where]);
  }
});

test('a sub-event type of another event type is refused', () => {
  const result = draftSchema.safeParse({ ...draft, subEventType: 'Attack' });
  expect(result.error?.issues.map(({ path }) => path)).toEqual([['subEventType']]);
});

test('changes hold what was given and nothing else', () => {
  expect(draftChangesSchema.parse({})).toEqual({});
  expect(draftChangesSchema.parse({ notes: 'x' })).toEqual({ notes: 'x' });
});

function claim(changes: object): object {
  return { kind: 'killed', toll: { low: 1, best: 1, high: 1 }, by: 'Police', source: null, note: '', ...changes };
}
