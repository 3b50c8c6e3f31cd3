import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { meanwhile } from './meanwhile.ts';

/** As a client of a database: what it sends goes out some turns later. */
async function statementOf(order: string[]): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  await new Promise<void>((resolve) => process.nextTick(resolve));
  order.push('sent');
  await sleep(20);
  order.push('ran');
}

it('makes while the statement runs, and ends with it', async () => {
  const order: string[] = [];
  const made = await meanwhile(statementOf(order), () => {
    order.push('made');
    return 7;
  });
  expect([made, order]).toEqual([7, ['sent', 'made', 'ran']]);
});

it('throws what the statement throws, and what making throws once the statement has ended', async () => {
  await expect(meanwhile(Promise.reject(new Error('refused')), () => 1)).rejects.toThrow('refused');
  let hasEnded = false;
  const statement = sleep(20).then(() => {
    hasEnded = true;
    throw new Error('later');
  });
  const making = meanwhile(statement, () => {
    throw new Error('cannot be made');
  });
  await expect(making).rejects.toThrow('cannot be made');
  expect(hasEnded).toBe(true);
});
