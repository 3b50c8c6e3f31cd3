import { expect, it } from 'vitest';
import { changesSince } from './changes-since.ts';

const version = (number: number) => ({
  version: number,
  revision: number,
  changedAt: '2026-01-01T00:00:00Z',
  changedBy: 'Somebody',
  reason: '',
  mergedInto: null,
});

it('names every version after the one that was seen, oldest first, and none where that is the last', () => {
  const versions = [version(3), version(1), version(2)];
  expect(changesSince(versions, 1).map((each) => each.version)).toEqual([2, 3]);
  expect(changesSince(versions, 3)).toEqual([]);
});
