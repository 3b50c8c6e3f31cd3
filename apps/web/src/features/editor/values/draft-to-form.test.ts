import type { Draft } from '@corridor/domain';
import { expect, it } from 'vitest';
import { checkForm } from './check-form.ts';
import { draftToForm } from './draft-to-form.ts';

const DRAFT: Draft = {
  title: 'Convoy hit',
  summary: 'Two lines.\nOf text.',
  occurred: { start: '2024-08-01', end: '2024-08-31', precision: 'month' },
  eventType: 'Battles',
  subEventType: 'Armed clash',
  actors: [{ name: 'BLA', claim: 'claimed' }],
  target: '',
  targetType: 'convoy',
  place: { name: '', province: 'Balochistan', district: null, latitude: null, longitude: null, precision: 'province' },
  casualties: {
    killed: { low: 1, best: 3, high: 8 },
    wounded: { low: 0, best: 0, high: 0 },
    abducted: null,
    attackersKilled: null,
    chineseKilled: null,
    chineseWounded: null,
  },
  claims: [{ kind: 'killed', toll: { low: 8, best: 8, high: 8 }, by: 'attackers', source: null, note: '' }],
  sources: [
    { publisher: 'Dawn', title: '', url: 'https://dawn.com/1', date: null, grade: null, basedOn: 'AFP' },
    {
      publisher: '',
      title: 'B',
      url: 'https://ap.org/2',
      date: '2024-08-09',
      grade: { reliability: 'A', credibility: '2' },
      basedOn: '',
    },
  ],
  grade: { reliability: 'B', credibility: '3' },
  targetedSites: ['gwadar-port'],
  projectSite: '',
  notes: '',
  summarisesDay: false,
};

it('shows a record so that saving it untouched says the same', () => {
  expect(checkForm(draftToForm(DRAFT), { withReason: false })).toEqual({ ok: true, draft: DRAFT });
});
