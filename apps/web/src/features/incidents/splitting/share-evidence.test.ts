import type { Claim, Source } from '@corridor/domain';
import { expect, it } from 'vitest';
import { claimKey, type Lots, shareEvidence, sourceKey } from './share-evidence.ts';

const source = (url: string): Source => ({ publisher: '', title: '', url, date: null, grade: null, basedOn: '' });
const claim = (by: string, url: string | null): Claim => ({
  ...{ kind: 'killed', by, source: url, note: '' },
  toll: { low: 3, best: 3, high: 3 },
});
const [a, b, c] = [source('https://a.example/'), source('https://b.example/'), source('https://c.example/')];
const [ofA, ofB, ofC, ofNone] = [claim('A', a.url), claim('B', b.url), claim('C', c.url), claim('D', null)];
const record = { sources: [a, b, c], claims: [ofA, ofB, ofC, ofNone] };
const lots: Lots = new Map([
  [sourceKey(b), 'goes'],
  [sourceKey(c), 'both'],
]);

it('leaves everything where nothing is chosen', () => {
  expect(shareEvidence(record, new Map())).toEqual({ stays: record, goes: { sources: [], claims: [] } });
});

it('lets claims go with their source, and stay with one that tells of both', () => {
  expect(shareEvidence(record, lots)).toEqual({
    stays: { sources: [a, c], claims: [ofA, ofC, ofNone] },
    goes: { sources: [b, c], claims: [ofB] },
  });
});

it('puts a choice for a claim above that for its source', () => {
  const chosen: Lots = new Map([...lots, [claimKey(ofB), 'both'], [claimKey(ofC), 'goes']]);
  const { goes, stays } = shareEvidence(record, chosen);
  expect([stays.claims, goes.claims]).toEqual([
    [ofA, ofB, ofNone],
    [ofB, ofC],
  ]);
});

it('loses nothing, whatever is chosen', () => {
  for (const each of ['stays', 'goes', 'both'] as const) {
    const all: Lots = new Map(
      [...record.sources.map(sourceKey), ...record.claims.map(claimKey)].map((key) => [key, each]),
    );
    const { goes, stays } = shareEvidence(record, all);
    expect(new Set([...stays.sources, ...goes.sources])).toEqual(new Set(record.sources));
    expect(new Set([...stays.claims, ...goes.claims])).toEqual(new Set(record.claims));
  }
});
