import { expect, test } from 'vitest';
import { niceScale } from './nice-scale.ts';

test.each([
  [0.5, 100, 200],
  [0.53, 60, 100],
  [1, 99.9, 50],
  [400, 90, 0.2],
])('at %f px/km a bar of at most %f px stands for %f km', (pxPerKm, maxPx, km) => {
  const bar = niceScale(pxPerKm, maxPx);
  expect(bar.km).toBeCloseTo(km, 10);
  expect(bar.widthPx).toBeCloseTo(km * pxPerKm, 10);
  expect(bar.widthPx).toBeLessThanOrEqual(maxPx);
});
