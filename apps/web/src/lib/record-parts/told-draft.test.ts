import type { UnfinishedDraft } from '@corridor/domain';
import { expect, test } from 'vitest';
import { toldDraft, wholeDraft } from './told-draft.ts';

const occurred = { start: '2026-03-10', end: '2026-03-10', precision: 'day' } as const;
const place = {
  name: 'Turbat',
  province: null,
  district: null,
  latitude: 26,
  longitude: 63,
  precision: 'place',
} as const;
const told: UnfinishedDraft = {
  title: 'Mine',
  occurred,
  eventType: 'Explosions/Remote violence',
  subEventType: 'Remote explosive/landmine/IED',
  targetType: 'convoy',
  place,
};

test('a draft that says what nobody can leave open is whole, and what it does not say is unknown', () => {
  const { draft } = wholeDraft(told);
  expect(draft).toMatchObject({ ...told, casualties: { killed: null }, grade: { reliability: 'F', credibility: '6' } });
});

test('names what is missing, and what does not fit together', () => {
  expect(wholeDraft({ occurred })).toEqual({
    draft: null,
    missing: ['title', 'eventType', 'subEventType', 'targetType', 'place'],
  });
  expect(wholeDraft({ ...told, eventType: 'Riots' })).toEqual({ draft: null, missing: ['subEventType'] });
});

test('what is told stays as it is', () => {
  expect(toldDraft({ ...told, notes: 'Two papers' })).toMatchObject({ ...told, notes: 'Two papers' });
});
