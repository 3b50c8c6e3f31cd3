import type { Word } from './words.ts';

/** Words of a sentence by which a road was blocked. */
export interface BlockadeFound {
  readonly first: number;
  readonly last: number;
}

const BLOCKED = /^(block|blocks|blocked|blocking|blockade|blockaded)$/;
const ROAD = /^(highway|road|roads|motorway|traffic|bypass|kkh|expressway|railway|track)$/;

/** How many words a road's name may have: "blocked the Karakoram Highway at Gechi". */
const REACH = 6;

/** "villagers blocked the Indus Highway": a road that people close is a protest, unless they are armed. O(words × REACH). */
export function findBlockade(words: readonly Word[]): BlockadeFound | null {
  for (const [first, { text }] of words.entries()) {
    if (!BLOCKED.test(text)) continue;
    const road = words.slice(first + 1, first + 1 + REACH).findIndex((word) => ROAD.test(word.text));
    const isPassive = words
      .slice(Math.max(0, first - 2), first)
      .some((word) => /^(was|were|been|remained)$/.test(word.text));
    if (road >= 0 && !isPassive) return { first, last: first + 1 + road };
  }
  return null;
}
