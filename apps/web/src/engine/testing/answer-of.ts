import type { Answer } from '@corridor/domain';

/** The least that an answer is; its revision tells answers apart. */
export function answerOf(revision: number): Answer {
  const toll = { low: 0, best: 0, high: 0, unknown: 0 };
  const casualties = {
    killed: toll,
    wounded: toll,
    abducted: toll,
    attackersKilled: toll,
    chineseKilled: toll,
    chineseWounded: toll,
  };
  const totals = { matched: 0, located: 0, areas: 0, unlocated: 0, casualties, near: null, developments: 0 };
  return { revision, totals };
}
