import { FACETS, type ListedValue, type RivalAnswer } from './rival.ts';

/** Throws an Error that names the first difference between two answers. */
export function checkEqual(answer: RivalAnswer, expected: RivalAnswer, what: string): void {
  const { killed } = answer;
  checkNumbers([answer.matched], [expected.matched], `${what}: matched`);
  checkNumbers([killed.low, killed.best, killed.high], Object.values(expected.killed), `${what}: killed`);
  checkNumbers(answer.timeline, expected.timeline, `${what}: timeline`);
  for (const facet of FACETS) checkNumbers(answer.facets[facet], expected.facets[facet], `${what}: ${facet}`);
  for (const facet of FACETS) checkList(answer.lists[facet], expected.lists[facet], `${what}: list of ${facet}`);
  checkNumbers(answer.bins, expected.bins, `${what}: bins`);
}

function checkList(found: readonly ListedValue[], expected: readonly ListedValue[], what: string): void {
  for (let at = 0; at < Math.max(found.length, expected.length); at++) {
    const [own, other] = [found[at], expected[at]];
    if (own?.key === other?.key && own?.count === other?.count) continue;
    throw new Error(`${what} differs at ${at}: ${own?.key} ${own?.count} instead of ${other?.key} ${other?.count}`);
  }
}

function checkNumbers(found: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  for (let at = 0; at < Math.max(found.length, expected.length); at++) {
    if (found[at] === expected[at]) continue;
    throw new Error(`${what} differs at ${at}: ${found[at]} instead of ${expected[at]}`);
  }
}
