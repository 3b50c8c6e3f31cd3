import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeatureReader } from './feature-reader.ts';

function cut(text: string, size: number, maxLength?: number) {
  const reader = createFeatureReader(maxLength);
  const features = [];
  for (let at = 0; at < text.length; at += size) features.push(...reader.push(text.slice(at, at + size)));
  return { texts: features.map((it) => it.text), end: reader.end() };
}

describe('createFeatureReader', () => {
  it('gives back the features of any collection, however it is cut into pieces', () => {
    const features = fc.array(fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 3 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(features, fc.jsonValue(), fc.integer({ min: 1, max: 9 }), (written, foreign, size) => {
        const text = JSON.stringify({
          foreign,
          list: [{ no: 'feature' }],
          features: written,
          name: 'features',
          after: [{}],
        });
        const { texts, end } = cut(text, size);
        expect(texts).toEqual(written.map((it) => JSON.stringify(it)));
        expect(end).toBeNull();
      }),
      { seed: 5 },
    );
  });

  it('lets go of a feature that is too long and reads the next', () => {
    const text = JSON.stringify({ features: [{ a: 'x'.repeat(500) }, { b: 1 }] });
    expect(cut(text, 7, 100).texts).toEqual([null, '{"b":1}']);
  });

  it('says that a file is cut off, or holds no features', () => {
    expect(cut('{"features":[{"a":1},{"b":', 5)).toEqual({
      texts: ['{"a":1}'],
      end: 'ends in the middle: the file is cut off',
    });
    expect(cut('{"rows":[{"a":1}]}', 5).end).toContain('no list of features');
  });
});
