import { expect, test } from 'vitest';
import type { IncidentLink } from '../../lib/api/record.ts';
import { listedLinks } from './listed-links.ts';

const link = (id: string, relation: IncidentLink['relation']): IncidentLink => ({
  id,
  name: id,
  kind: 'site',
  radiusKm: 10,
  relation,
  distance: { minKm: 1, maxKm: 2 },
});
const ids = (links: readonly IncidentLink[]) => links.map(({ id }) => id);

test('names a target once, before the others, wherever it lies', () => {
  const { shown, more } = listedLinks({
    targeted: [link('far', 'outside'), link('both', 'inside')],
    near: [link('maybe', 'possible'), link('both', 'inside'), link('in', 'inside')],
  });
  expect(ids(shown)).toEqual(['far', 'both', 'in', 'maybe']);
  expect(shown.map(({ isTarget }) => isTarget)).toEqual([true, true, false, false]);
  expect(more).toEqual([]);
});

test('hides none that is inside, and only what is possibly inside beyond a glance', () => {
  const near = [
    ...Array.from({ length: 6 }, (_, n) => link(`in${n}`, 'inside')),
    ...Array.from({ length: 20 }, (_, n) => link(`maybe${n}`, 'possible')),
  ];
  const { shown, more } = listedLinks({ targeted: [], near });
  expect(shown).toHaveLength(6);
  expect(more).toHaveLength(20);
});

test('never hides just one', () => {
  const near = Array.from({ length: 5 }, (_, n) => link(`maybe${n}`, 'possible'));
  expect(listedLinks({ targeted: [], near }).more).toEqual([]);
});
