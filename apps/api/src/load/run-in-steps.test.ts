import { expect, it } from 'vitest';
import { runInSteps } from './run-in-steps.ts';

function* slowSteps(count: number): Generator<void, string> {
  for (let step = 0; step < count; step++) {
    const end = performance.now() + 5;
    while (performance.now() < end);
    yield;
  }
  return 'whole';
}

it('does all steps, and lets others run meanwhile', async () => {
  let others = 0;
  const timer = setInterval(() => others++, 1);
  expect(await runInSteps(slowSteps(20))).toBe('whole');
  clearInterval(timer);
  expect(others).toBeGreaterThan(2);
});

it('fails as a step fails', async () => {
  function* broken(): Generator<void, never> {
    yield;
    throw new RangeError('broken');
  }
  await expect(runInSteps(broken())).rejects.toThrow('broken');
});
