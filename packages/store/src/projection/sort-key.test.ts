import { foldText } from '@corridor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortKeyOf } from './sort-key.ts';

const unit = fc.oneof(
  fc.constantFrom('a', 'Z', 'é', '\uD7FF', '\uE000', '\uFB01', '\uFFFD', '\u{10000}', '\u{1F600}', '\u{FFFFF}'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);
const text = fc.string({ unit, maxLength: 4 });

test('bytes of sort keys are in the order of the folded texts', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [foldText(a), foldText(b)];
      const order = Buffer.compare(Buffer.from(sortKeyOf(a)), Buffer.from(sortKeyOf(b)));
      expect(order).toBe(x < y ? -1 : x > y ? 1 : 0);
    }),
    { seed: 3, numRuns: 2000 },
  );
});
