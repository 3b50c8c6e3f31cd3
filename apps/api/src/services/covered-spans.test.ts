import { expect, it } from 'vitest';
import { coveredSpans } from './covered-spans.ts';

it('is what origins, watched sources and notes of thin coverage reach together', () => {
  const origins = [
    { covered: [{ from: '1989-02-01', to: '1999-12-31' }] },
    { covered: [{ from: '1995-01-01', to: '2001-05-31' }] },
  ];
  const feeds = [
    { firstRead: '2024-11-20T10:00:00.000Z', lastSuccess: '2025-01-02T10:00:00.000Z' },
    { firstRead: null, lastSuccess: '2025-06-02T10:00:00.000Z' },
  ];
  const notes = [{ from: '2010-01-01', to: '2010-12-31', note: 'Thin coverage' }];
  expect(coveredSpans(origins, feeds, notes)).toEqual([
    { from: '1989-02-01', to: '2001-05-31' },
    { from: '2010-01-01', to: '2010-12-31' },
    { from: '2024-11-01', to: '2025-01-31' },
  ]);
  expect(coveredSpans([], [], [])).toEqual([]);
});
