import type { Word } from './words.ts';

/** A phrase with something between its words, counted from 0 in the sentence. */
export interface GappedFound {
  readonly first: number;
  readonly last: number;
}

/** A phrase whose object stands between its words: "set the building on fire". */
export interface Gapped {
  readonly begin: RegExp;
  readonly end: RegExp;
  /** How many words may stand between. */
  readonly reach: number;
}

/** "villagers blocked the Indus Highway": a road that people close. */
export const BLOCKADE: Gapped = {
  begin: /^(block|blocks|blocked|blocking|blockade|blockaded)$/,
  end: /^(highway|road|roads|motorway|traffic|bypass|kkh|expressway|railway|track)$/,
  reach: 6,
};

/** "burned a Levies post". */
export const BURNING: Gapped = {
  begin: /^(burn|burns|burned|burnt|burning|torching)$/,
  end: /^(vehicles?|trucks?|tankers?|bus|buses|cars?|post|posts|station|office|offices|machinery|machines|camp|bank|buildings?|houses?|towers?|equipment|records?|loaders?|bulldozers?|excavators?|dumpers?|trailers?|containers?)$/,
  reach: 6,
};

/** "seized 12 rifles", "recovered 6kg of explosives" */
export const CACHE: Gapped = {
  begin: /^(seized|seizes|recovered|recovers|confiscated|unearthed|impounded)$/,
  end: /^(explosives?|detonators?|weapons?|arms|ammunition|rifles?|grenades?|rockets?|launchers?|ieds?|cache)$/,
  reach: 6,
};

export const ARSON: Gapped = { begin: /^(set|setting)$/, end: /^(fire|ablaze|alight)$/, reach: 8 };

/** What is told of how it was, not of what somebody does: "the road was blocked". */
const PASSIVE = /^(was|were|been|remained)$/;

/** The first such phrase of a sentence in which somebody does it, no sign between its words; else null. O(words × reach). */
export function findGapped(words: readonly Word[], { begin, end, reach }: Gapped): GappedFound | null {
  for (const [first, { text }] of words.entries()) {
    if (!begin.test(text) || words.slice(Math.max(0, first - 2), first).some((word) => PASSIVE.test(word.text)))
      continue;
    for (let last = first + 1; last <= first + 1 + reach; last += 1) {
      const word = words[last];
      if (word === undefined || word.isAfterSign) break;
      if (end.test(word.text)) return { first, last };
    }
  }
  return null;
}
