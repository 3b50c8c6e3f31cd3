import { expect, test } from 'vitest';
import { pathAsOf } from './path-as-of.ts';

test('a moment joins the parameters that a path has; now is the path itself', () => {
  expect(pathAsOf('/v1/engine', null)).toBe('/v1/engine');
  expect(pathAsOf('/v1/engine', 'r3')).toBe('/v1/engine?asOf=r3');
  expect(pathAsOf('/v1/texts?keys=1,2', '2024-10-07T11:00+05:00')).toBe(
    '/v1/texts?keys=1,2&asOf=2024-10-07T11%3A00%2B05%3A00',
  );
});
