import { foldWord, type Word, wordsIn } from './words.ts';

/** Phrases as a tree of their words: to look for all of them costs one step a word, however many there are. */
export interface PhraseIndex<T> {
  readonly next: Map<string, PhraseIndex<T>>;
  readonly values: T[];
}

/** A phrase found in words: the first and the last of them (counted from 0), and all that it stands for. */
export interface Found<T> {
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
}

export function createPhraseIndex<T>(phrases: Iterable<readonly [phrase: string, value: T]>): PhraseIndex<T> {
  const root: PhraseIndex<T> = { next: new Map(), values: [] };
  for (const [phrase, value] of phrases) addPhrase(root, phrase, value);
  return root;
}

function addPhrase<T>(root: PhraseIndex<T>, phrase: string, value: T): void {
  let node = root;
  for (const { text } of wordsIn(phrase, 0, phrase.length)) {
    const key = foldWord(text);
    const known = node.next.get(key) ?? { next: new Map(), values: [] };
    node.next.set(key, known);
    node = known;
  }
  if (node !== root && !node.values.includes(value)) node.values.push(value);
}

/** All phrases in words, from the left, the longest at each place, none within another. `takes` may refuse some values. */
export function findPhrases<T>(
  index: PhraseIndex<T>,
  words: readonly Word[],
  takes: (value: T, first: number, last: number) => boolean = () => true,
): Found<T>[] {
  const found: Found<T>[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const longest = longestAt(index, words, first, takes);
    if (longest === null) continue;
    found.push(longest);
    first = longest.last;
  }
  return found;
}

function longestAt<T>(
  index: PhraseIndex<T>,
  words: readonly Word[],
  first: number,
  takes: (value: T, first: number, last: number) => boolean,
): Found<T> | null {
  let longest: Found<T> | null = null;
  let node = index;
  for (let last = first; last < words.length; last += 1) {
    const next = node.next.get(words[last]?.text ?? '');
    if (next === undefined) break;
    node = next;
    const values = node.values.filter((value) => takes(value, first, last));
    if (values.length > 0) longest = { first, last, values };
  }
  return longest;
}
