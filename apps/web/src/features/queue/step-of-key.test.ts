import { expect, test } from 'vitest';
import { stepOfKey } from './step-of-key.ts';

test('letters move wherever the keyboard is', () => {
  for (const isInList of [true, false]) {
    expect(['j', 'J', 'k', 'K'].map((key) => stepOfKey(key, isInList))).toEqual([1, 1, -1, -1]);
  }
});

test('arrows move in the list and scroll elsewhere', () => {
  expect(['ArrowDown', 'ArrowUp'].map((key) => stepOfKey(key, true))).toEqual([1, -1]);
  expect(['ArrowDown', 'ArrowUp'].map((key) => stepOfKey(key, false))).toEqual([null, null]);
});

test('other keys move nothing', () => {
  expect(['a', 'Enter', 'ArrowLeft'].map((key) => stepOfKey(key, true))).toEqual([null, null, null]);
});
