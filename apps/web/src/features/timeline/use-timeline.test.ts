import { expect, test } from 'vitest';
import { stackSeries } from './use-timeline.ts';

const series = (key: string | null, ...counts: number[]) => ({ key, counts });

test('stacks types in their fixed order and never developments', () => {
  const stacks = stackSeries(
    [series('Strategic developments', 9), series('Riots', 1), series('Explosions/Remote violence', 2)],
    'type',
  );
  expect(stacks.map(({ key }) => key)).toEqual(['Explosions/Remote violence', 'Riots']);
});

test('adds up what lies beyond the six largest', () => {
  const stacks = stackSeries(
    Array.from({ length: 9 }, (_, index) => series(`a${index}`, index, 1)),
    'actor',
  );
  expect(stacks.map(({ key }) => key)).toEqual(['a8', 'a7', 'a6', 'a5', 'a4', 'a3', undefined]);
  expect(stacks.at(-1)?.counts).toEqual([3, 3]);
});
