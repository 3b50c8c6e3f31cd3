import { expect, test } from 'vitest';
import type { Incident, Source } from './incident.ts';
import { CREDIBILITIES, RELIABILITIES, STATUSES } from './taxonomy.ts';
import { evidenceLost, isB2OrBetter, missingFor, NEXT_STATUSES, statusOptions } from './workflow.ts';

const source = (publisher: string): Source => ({
  ...{ publisher, title: '', url: `https://${publisher}.example`, date: null, grade: null, basedOn: '' },
});
const weak = { sources: [source('dawn')], grade: { reliability: 'C', credibility: '3' } } as const;
const strong = { sources: [source('dawn'), source('geo')], grade: { reliability: 'B', credibility: '2' } } as const;
const asIncident = ({ sources, grade }: typeof weak | typeof strong, status: Incident['status']) => ({
  ...{ sources: [...sources], grade, status },
});
const persons = { reportedBy: 'amna', by: 'li' };

test('offers the next statuses alone, each with all that is missing', () => {
  expect(statusOptions(asIncident(weak, 'corroborated'), { reportedBy: 'li', by: 'li' })).toEqual([
    { to: 'confirmed', missing: ['two-independent-sources', 'grade-b2', 'other-analyst'] },
    { to: 'disputed', missing: [] },
    { to: 'retracted', missing: [] },
    { to: 'reported', missing: [] },
  ]);
  expect(statusOptions(asIncident(weak, 'reported'), persons)).toContainEqual({
    to: 'corroborated',
    missing: ['two-independent-sources'],
  });
});

test('a step that is none is refused, whatever else is there', () => {
  for (const from of STATUSES) {
    for (const to of STATUSES) {
      const allowed = (NEXT_STATUSES[from] as readonly string[]).includes(to);
      expect(missingFor(asIncident(strong, from), to, persons)).toEqual(allowed ? [] : ['no-such-step']);
    }
  }
});

test('who reported may corroborate, and may confirm what nobody in particular reported', () => {
  expect(missingFor(asIncident(strong, 'reported'), 'corroborated', { reportedBy: 'li', by: 'li' })).toEqual([]);
  expect(missingFor(asIncident(strong, 'corroborated'), 'confirmed', { reportedBy: null, by: 'li' })).toEqual([]);
});

test('a change loses what the status rested on, and nothing that was missing before or that another status needs', () => {
  const lost = (before: typeof weak | typeof strong, after: typeof weak | typeof strong, status: Incident['status']) =>
    evidenceLost(asIncident(before, status), asIncident(after, status));
  expect(lost(strong, weak, 'confirmed')).toEqual(['two-independent-sources', 'grade-b2']);
  expect(lost(strong, weak, 'corroborated')).toEqual(['two-independent-sources']);
  expect(lost(weak, weak, 'confirmed')).toEqual([]);
  expect(lost(weak, strong, 'confirmed')).toEqual([]);
  for (const status of ['reported', 'disputed', 'retracted'] as const) expect(lost(strong, weak, status)).toEqual([]);
  expect(evidenceLost(asIncident(strong, 'confirmed'), asIncident(weak, 'disputed'))).toEqual([]);
});

test('B2 or better is A or B with 1 or 2', () => {
  const good = RELIABILITIES.flatMap((reliability) =>
    CREDIBILITIES.filter((credibility) => isB2OrBetter({ reliability, credibility })).map((it) => reliability + it),
  );
  expect(good).toEqual(['A1', 'A2', 'B1', 'B2']);
});
