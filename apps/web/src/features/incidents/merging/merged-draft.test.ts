import { type Draft, draftOf } from '@corridor/domain';
import { createMadeUpGeography, createSeededIncidents } from '@corridor/incident-table/testing';
import { expect, it } from 'vitest';
import { broughtEvidence } from './brought-evidence.ts';
import { differingParts, FROM_BOTH, mergedDraft, type PartsFrom, takenParts } from './merged-draft.ts';

const [incident] = createSeededIncidents({ count: 1, seed: 5, geography: createMadeUpGeography() });
if (!incident) throw new Error('Expected an incident');
const source = (url: string) => ({ publisher: 'A', title: '', url, date: null, grade: null, basedOn: '' });
const claim = { kind: 'killed', by: 'Police', toll: { low: 1, best: 1, high: 1 }, source: null, note: '' } as const;
const kept: Draft = {
  ...draftOf(incident),
  title: 'Kept',
  notes: 'kept',
  targetedSites: ['a', 'b'],
  sources: [source('https://a.example/')],
  claims: [claim],
};
const other: Draft = {
  ...kept,
  title: 'Other',
  notes: 'other',
  targetedSites: ['b', 'c'],
  sources: [{ ...source('https://a.example/'), title: 'again' }, source('https://b.example/')],
  claims: [{ ...claim }, { ...claim, by: 'BLA' }],
};
const merged = (from: PartsFrom) => mergedDraft({ kept, other, otherId: 'other', from });

it('leaves sources and claims out of what is to be chosen', () => {
  expect(differingParts(kept, other)).toEqual(['title', 'targetedSites', 'notes']);
});

it('changes nothing in the record that stays unless it is chosen', () => {
  expect(merged(new Map())).toEqual(kept);
  expect(merged(new Map([['title', 'kept']]))).toEqual(kept);
});

it('takes over what is chosen, and joins lists', () => {
  const from: PartsFrom = new Map([
    ['title', 'other'],
    ['targetedSites', FROM_BOTH],
    ['place', 'other'],
  ]);
  expect(merged(from)).toEqual({ ...kept, title: 'Other', targetedSites: ['a', 'b', 'c'] });
  expect(takenParts({ kept, other, otherId: 'other', from })).toEqual(['title', 'targetedSites']);
});

it('takes what was chosen from a record for its own when that one stays instead', () => {
  const from: PartsFrom = new Map([['title', 'other']]);
  expect(mergedDraft({ kept: other, other: kept, otherId: 'kept', from })).toEqual(other);
});

it('brings sources of other addresses and claims that say something else', () => {
  expect(broughtEvidence(kept, other)).toEqual({
    sources: [source('https://b.example/')],
    claims: [{ ...claim, by: 'BLA' }],
  });
});
