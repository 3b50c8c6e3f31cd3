import { expect, it } from 'vitest';
import { DEFAULT_ORIGIN_AGES } from '../feeds/origin-freshness.ts';
import type { OriginFacts } from './origin-facts.ts';
import { showOrigins } from './show-origins.ts';

const NOW = Date.UTC(2025, 5, 30);
const COVERED = [{ from: '2025-06-01', to: '2025-06-30' }];

function facts(origin: string): OriginFacts {
  const lastWriteAt = '2025-06-29T10:00:00.000Z';
  const day = '2025-06-28';
  return { origin, rows: 3, firstDay: day, lastDay: day, lastEnd: day, lastWriteAt, covered: COVERED };
}

const failure = (origin: string) => ({ origin, id: 7, at: '2025-06-20T00:00:00.000Z', fault: 'it ends midway' });

function shown(known: Partial<Parameters<typeof showOrigins>[0]>) {
  return showOrigins({ facts: [], failures: [], named: [], ages: DEFAULT_ORIGIN_AGES, ...known }, NOW);
}

it('shows what the operator names and nobody brought as no data, until an origin that is meant has a record', () => {
  const named = ['acled*', 'partner-x', 'partner-x'];
  expect(shown({ named, facts: [facts('b')] }).map(({ origin, state }) => [origin, state])).toEqual([
    ['acled*', 'no-data'],
    ['b', 'fresh'],
    ['partner-x', 'no-data'],
  ]);
  const [none] = shown({ named: ['acled*'] });
  expect(none).toMatchObject({
    rows: 0,
    firstDay: null,
    lagDays: null,
    covered: [],
    staleAfterDays: 21,
    failure: null,
  });
  const meant = shown({ named, facts: [facts('ACLED 2025'), facts('Partner-X')] });
  expect(meant.map(({ origin }) => origin)).toEqual(['ACLED 2025', 'Partner-X']);
});

it('says which import of an origin failed and why, whether it has records or not', () => {
  const reason = { import: 7, at: '2025-06-20T00:00:00.000Z', reason: 'it ends midway' };
  expect(shown({ facts: [facts('b')], failures: [failure('a'), failure('b')], named: ['a*'] })).toMatchObject([
    { origin: 'a', state: 'error', rows: 0, lastDay: null, failure: reason },
    { origin: 'b', state: 'error', rows: 3, lagDays: 2, failure: reason, covered: COVERED },
  ]);
});
