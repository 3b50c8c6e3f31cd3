import { foldWord } from '../words.ts';

/** Words, written with blanks between them, in the form in which words of a text are compared. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')).map(foldWord));
}
