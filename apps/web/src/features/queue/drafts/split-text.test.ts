import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from './split-text.ts';

test('one stretch can say several things, and two can overlap', () => {
  const spans = [
    { name: 'eventType', start: 2, end: 6 },
    { name: 'subEventType', start: 2, end: 6 },
    { name: 'place', start: 4, end: 8 },
  ];
  expect(splitText('0123456789', spans).map(({ names, text }) => [text, names])).toEqual([
    ['01', []],
    ['23', ['eventType', 'subEventType']],
    ['45', ['eventType', 'subEventType', 'place']],
    ['67', ['place']],
    ['89', []],
  ]);
});

test('the pieces are the text, and each says what the spans over it say, in any script', () => {
  const span = fc.record({ name: fc.constantFrom('a', 'b'), start: fc.nat(30), end: fc.nat(30) });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 25 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
      const pieces = splitText(text, spans);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const { names, start, text: part } of pieces) {
        for (let at = start; at < start + part.length; at++) {
          const over = spans.filter((one) => one.start <= at && at < Math.min(one.end, text.length));
          expect(new Set(names)).toEqual(new Set(over.map(({ name }) => name)));
        }
      }
    }),
    { seed: 5 },
  );
});
