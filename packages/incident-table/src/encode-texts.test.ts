import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTexts } from './encode-texts.ts';

test('texts in runs are encoded as each alone would be, in ASCII or beyond', () => {
  const anyText = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('', 'café', 'گوادر', '瓜达尔', '🚧 road', '\ud800'),
  );
  const anyTexts = fc.oneof(
    fc.array(anyText, { maxLength: 700, size: 'max' }),
    fc.array(fc.constantFrom('', 'attack', 'road'), { maxLength: 700, size: 'max' }),
  );
  fc.assert(
    fc.property(anyTexts, (texts) => {
      const { offsets, bytes } = encodeTexts(texts.length, (index) => texts[index] ?? '');
      const parts = texts.map((_, index) => [...bytes.subarray(offsets[index], offsets[index + 1])]);
      expect(parts).toEqual(texts.map((text) => [...new TextEncoder().encode(text)]));
      expect(bytes.length).toBe(offsets.at(-1));
    }),
    { seed: 24, numRuns: 60 },
  );
});
