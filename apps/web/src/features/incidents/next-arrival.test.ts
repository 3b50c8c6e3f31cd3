import { expect, test } from 'vitest';
import { nextArrival } from './next-arrival.ts';

const places: Readonly<Record<string, number>> = { a: 4, b: 90, c: 300 };
const placeOf = async (id: string) => places[id] ?? null;
const NEWEST = { by: 'date', descending: true } as const;
const DEADLIEST = { by: 'killed', descending: true } as const;

test('goes to the first of a list that has the newest first', async () => {
  expect(await nextArrival(['a', 'b', 'c'], NEWEST, 280, placeOf)).toBe(4);
});

test('goes to the nearest in any other order, above or below', async () => {
  expect(await nextArrival(['a', 'b', 'c'], DEADLIEST, 280, placeOf)).toBe(300);
  expect(await nextArrival(['a', 'b', 'c'], DEADLIEST, 120, placeOf)).toBe(90);
});

test('passes over what is gone meanwhile', async () => {
  expect(await nextArrival(['gone', 'b'], NEWEST, 0, placeOf)).toBe(90);
  expect(await nextArrival(['gone'], DEADLIEST, 0, placeOf)).toBeNull();
  expect(await nextArrival([], DEADLIEST, 0, placeOf)).toBeNull();
});
