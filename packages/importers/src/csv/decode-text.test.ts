import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextReader } from './decode-text.ts';

function textOf(bytes: Uint8Array, size: number): string {
  const reader = createTextReader();
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += reader.push(bytes.subarray(at, at + size));
  return text + reader.end();
}

/** Pieces of text of several encodings, whole characters and halves. */
const anyBytes = fc
  .array(
    fc.constantFrom(
      ...[[0x61], [0x0a], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xc3, 0xa9], [0xe2, 0x80, 0x99], [0xf0, 0x9f, 0x98, 0x80]],
      ...[[0xe9], [0x92], [0xc3], [0xe2, 0x80], [0xf0, 0x9f], [0xf8], [0xed, 0xa0, 0x80], [0x80, 0x80, 0x80, 0x80]],
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

test('a text is the same whatever the pieces', () => {
  fc.assert(
    fc.property(anyBytes, fc.integer({ min: 1, max: 9 }), (bytes, size) => {
      expect(textOf(bytes, size)).toBe(textOf(bytes, bytes.length || 1));
    }),
    { seed: 27, numRuns: 2_000 },
  );
});

test.each([
  ['UTF-8 whose second character is broken', [0xc3, 0xa9, 0x2c, 0xe9, 0x2c, 0xc3, 0xa9], 'é,\ufffd,é'],
  ['Windows-1252', [0x43, 0x61, 0x66, 0xe9, 0x2c, 0x93, 0xc3, 0xa9, 0x94, 0x80], 'Café,“Ã©”€'],
  ['Windows-1252 that ends in what could begin UTF-8', [0x43, 0x61, 0x66, 0xe9], 'Café'],
])('%s is read as it is written', (_, bytes, text) => {
  expect(textOf(Uint8Array.from(bytes), bytes.length)).toBe(text);
});
