import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rollingMean } from './rolling-mean.ts';

test('equals the mean of each window', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.integer({ min: 1, max: 12 }), (values, window) => {
      const means = rollingMean(values, window);
      expect(means).toHaveLength(values.length);
      for (const [index, mean] of means.entries()) {
        const part = values.slice(index - window + 1, index + 1);
        if (index < window - 1) expect(mean).toBeNull();
        else expect(mean).toBeCloseTo(part.reduce((a, b) => a + b, 0) / window, 9);
      }
    }),
    { seed: 3 },
  );
});
