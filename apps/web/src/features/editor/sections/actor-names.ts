import { type Actor, foldText, wordsOf } from '@corridor/domain';

const MOST = 8;

/** Names of actors of whose name or other name each typed word begins a word. */
export function actorNames(actors: readonly Actor[], typed: string): string[] {
  const sought = wordsOf(foldText(typed));
  const found = actors.filter(({ aliases, name }) =>
    [name, ...aliases].some((known) => {
      const words = wordsOf(foldText(known));
      return sought.every((word) => words.some((one) => one.startsWith(word)));
    }),
  );
  return [...new Set(found.map(({ name }) => name))].slice(0, MOST);
}
