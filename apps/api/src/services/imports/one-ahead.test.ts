import { expect, it } from 'vitest';
import { oneAhead } from './one-ahead.ts';

/** Says what happens, in order. */
async function* counting(log: string[], { failAt = Infinity } = {}): AsyncGenerator<number> {
  try {
    for (let value = 1; value <= 4; value++) {
      if (value === failAt) throw new RangeError(`no ${value}`);
      log.push(`make ${value}`);
      yield value;
    }
  } finally {
    log.push('closed');
  }
}

it('makes the next value while one is worked on, and no more', async () => {
  const log: string[] = [];
  for await (const value of oneAhead(counting(log))) {
    await new Promise(setImmediate);
    log.push(`done ${value}`);
  }
  expect(log.join(', ')).toBe('make 1, make 2, done 1, make 3, done 2, make 4, done 3, closed, done 4');
});

it('tells of an error after the values before it', async () => {
  const log: string[] = [];
  const work = async () => {
    for await (const value of oneAhead(counting(log, { failAt: 3 }))) log.push(`done ${value}`);
  };
  await expect(work()).rejects.toThrow('no 3');
  expect(log.at(-1)).toBe('done 2');
});

it('closes what it reads when its reader stops early', async () => {
  const log: string[] = [];
  for await (const value of oneAhead(counting(log))) if (value === 1) break;
  expect(log).toEqual(['make 1', 'make 2', 'closed']);
});
