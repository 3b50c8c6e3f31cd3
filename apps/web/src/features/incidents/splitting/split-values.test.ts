import { type Draft, draftOf } from '@corridor/domain';
import { createMadeUpGeography, createSeededIncidents } from '@corridor/incident-table/testing';
import { expect, it } from 'vitest';
import { sourceKey } from './share-evidence.ts';
import { sharedKinds, splitOf, startSplit } from './split-values.ts';

const [incident] = createSeededIncidents({ count: 1, seed: 11, geography: createMadeUpGeography() });
if (!incident) throw new Error('Expected an incident');
const source = (url: string) => ({ publisher: 'A', title: '', url, date: null, grade: null, basedOn: '' });
const [first, second] = [source('https://a.example/'), source('https://b.example/')];
const unknown = { abducted: null, attackersKilled: null, chineseKilled: null, chineseWounded: null };
const draft: Draft = {
  ...draftOf(incident),
  ...{ eventType: 'Battles', subEventType: 'Armed clash', claims: [], sources: [first, second] },
  occurred: { start: '2026-03-01', end: '2026-03-01', precision: 'day' },
  casualties: { ...unknown, killed: { low: 7, best: 9, high: 12 }, wounded: null },
};
const start = startSplit(draft);

it('lets a new record begin with all of the old one but its tolls, so that nobody counts twice', () => {
  const split = splitOf(draft, { ...start, lots: new Map([[sourceKey(second), 'goes']]) });
  expect(split?.part).toEqual({
    ...draft,
    sources: [second],
    casualties: { ...unknown, killed: null, wounded: null },
  });
  expect(split?.changes).toEqual({ sources: [first] });
});

it('shares out figures, and keeps the range of a toll that nobody changed', () => {
  const goes = { killed: 2, wounded: 0 };
  expect(splitOf(draft, { ...start, goes })).toMatchObject({
    part: { casualties: { killed: { low: 2, best: 2, high: 2 }, wounded: { low: 0, best: 0, high: 0 } } },
    changes: {},
  });
  const stays = { killed: 7, wounded: null };
  expect(splitOf(draft, { ...start, stays })?.changes.casualties).toEqual({
    ...draft.casualties,
    killed: { low: 7, best: 7, high: 7 },
  });
});

it.each([
  ['title', { title: ' ' }],
  ['order of days', { end: '2026-02-28' }],
  ['date', { start: '' }],
  ['sub-event type of another type', { eventType: 'Riots' }],
])('asks for nothing while it has no %s', (_name, change) => {
  expect(splitOf(draft, { ...start, ...change })).toBeNull();
  expect(splitOf(draft, start)).not.toBeNull();
});

it('asks for the tolls that are known, and for killed and wounded always', () => {
  expect(sharedKinds(draft)).toEqual(['killed', 'wounded']);
  const chinese = { ...draft.casualties, chineseKilled: { low: 1, best: 1, high: 1 } };
  expect(sharedKinds({ ...draft, casualties: chinese })).toEqual(['killed', 'wounded', 'chineseKilled']);
});
