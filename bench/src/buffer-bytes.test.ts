import { expect, test } from 'vitest';
import { bufferBytes } from './buffer-bytes.ts';

test('counts a buffer once however often it is reached, and all of it', () => {
  const numbers = new Uint32Array(4);
  const view = numbers.subarray(1, 2);
  expect(bufferBytes({ numbers, list: [view, { again: numbers }], text: 'none', nothing: null })).toBe(16);
});

test('follows circles once', () => {
  const circle: { self?: unknown; bytes: Uint8Array } = { bytes: new Uint8Array(3) };
  circle.self = circle;
  expect(bufferBytes(circle)).toBe(3);
});
