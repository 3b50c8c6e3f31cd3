import { expect, test } from 'vitest';
import { measure, once, summarise } from './measure.ts';

test('an odd number of samples has its middle one as median', () => {
  expect(summarise([9, 1, 5])).toEqual({ repetitions: 3, min: 1, median: 5, max: 9, spread: 4 });
});

test('an even number of samples has its median between the middle two', () => {
  expect(summarise([4, 1, 2, 10])).toEqual({ repetitions: 4, min: 1, median: 3, max: 10, spread: 3.75 });
});

test('samples are ordered as numbers and left as they are', () => {
  const samples = [10, 9, 100];
  expect(summarise(samples)).toMatchObject({ min: 9, median: 10, max: 100 });
  expect(samples).toEqual([10, 9, 100]);
});

test('a single sample is its own minimum, median and maximum', () => {
  expect(summarise([7])).toEqual({ repetitions: 1, min: 7, median: 7, max: 7, spread: 0 });
});

test('no samples are an error and not a row of NaN', () => {
  expect(() => summarise([])).toThrow('at least one sample');
});

test('every run reaches the sink, and those of the warm-up do not count', () => {
  const seen: number[] = [];
  const timing = measure(
    { warmUp: 2, repetitions: 3 },
    (turn) => turn,
    (turn) => seen.push(turn),
  );
  expect(seen).toEqual([0, 1, 2, 3, 4]);
  expect(timing.repetitions).toBe(3);
});

test('once hands back what it ran', () => {
  expect(once(() => 'made').result).toBe('made');
});
