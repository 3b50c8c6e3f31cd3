import { Problem } from '@corridor/domain';
import { describe, expect, it } from 'vitest';
import { Lane } from './lane.ts';

const NEVER = new AbortController().signal;
const SOON = { atOnce: 2, waiting: 2, longestWaitMs: 60_000 };

async function codeOf(entering: Promise<unknown>): Promise<string> {
  const error: unknown = await entering.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Problem ? error.code : 'none';
}

describe('Lane', () => {
  it('lets some in, has some wait in order, and refuses the rest', async () => {
    const lane = new Lane(SOON);
    const entered: number[] = [];
    const enter = (name: number) =>
      lane.enter(NEVER).then((leave) => {
        entered.push(name);
        return leave;
      });
    const [first, second, third, fourth] = [enter(1), enter(2), enter(3), enter(4)];
    expect(await codeOf(enter(5))).toBe('overloaded');
    const leaves = [await first, await second];
    expect(entered).toEqual([1, 2]);
    leaves[1]?.();
    (await third)();
    (await fourth)();
    expect(entered).toEqual([1, 2, 3, 4]);
    leaves[0]?.();
    expect(await codeOf(enter(6))).toBe('none');
  });

  it('counts who leaves twice once', async () => {
    const lane = new Lane({ ...SOON, atOnce: 1, waiting: 0 });
    const leave = await lane.enter(NEVER);
    leave();
    leave();
    await lane.enter(NEVER);
    expect(await codeOf(lane.enter(NEVER))).toBe('overloaded');
  });

  it('gives up for who has waited too long, or is gone, and keeps no place for them', async () => {
    const lane = new Lane({ atOnce: 1, waiting: 1, longestWaitMs: 5 });
    const leave = await lane.enter(NEVER);
    expect(await codeOf(lane.enter(NEVER))).toBe('overloaded');
    const gone = new AbortController();
    const waiting = codeOf(lane.enter(gone.signal));
    gone.abort();
    expect(await waiting).toBe('overloaded');
    leave();
    expect(await codeOf(lane.enter(NEVER))).toBe('none');
  });

  it('gives way to the event loop before it starts, so that those who come at the same time are counted', async () => {
    const lane = new Lane({ atOnce: 1, waiting: 0, longestWaitMs: 5 });
    let later = false;
    setImmediate(() => {
      later = true;
    });
    await lane.enter(NEVER);
    expect(later).toBe(true);
  });
});
