import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { withinTime } from './within-time.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** As a request does: nothing but its listener knows the signal. */
function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
}

it('aborts when the time is over, whatever is collected before', { timeout: 10_000 }, async () => {
  const waiting = withinTime(200, new AbortController().signal, hang);
  const ended = expect(waiting).rejects.toThrow('aborted');
  for (let times = 0; times < 5; times++) {
    collectGarbage();
    await sleep(10);
  }
  await ended;
});

it('aborts with what ends it, before or during', async () => {
  const end = new AbortController();
  const waiting = withinTime(1e6, end.signal, hang);
  end.abort();
  await expect(waiting).rejects.toThrow('aborted');
  expect(await withinTime(1e6, end.signal, async ({ aborted }) => aborted)).toBe(true);
});

it('gives what is done in time, and aborts nothing after', async () => {
  const signal = await withinTime(1, null, async (given) => given);
  await sleep(10);
  expect(signal.aborted).toBe(false);
});
