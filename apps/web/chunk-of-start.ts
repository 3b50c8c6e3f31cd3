import type { Rolldown } from 'vite';

type NameOfChunk = Extract<Rolldown.CodeSplittingGroup['name'], (...args: never) => unknown>;

/**
 * Names chunks by when their modules are needed: `first` for all that `entry` imports, `page` for all further ones that
 * `later`, which it imports dynamically, does. What is loaded together comes in one file each: a page that is opened again
 * finds its files in the browser, but each takes a turn of its own to get.
 */
export function chunkOfStart(entry: string, later: string): NameOfChunk {
  let first: ReadonlySet<string> | null = null;
  let page: ReadonlySet<string> | null = null;
  return (id, context) => {
    first ??= reachedFrom(entry, context);
    page ??= reachedFrom(later, context);
    if (id === entry) return null;
    return first.has(id) ? 'first' : page.has(id) ? 'page' : null;
  };
}

/** A module and all that it imports, or what it imports does, not dynamically. */
function reachedFrom(start: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) {
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) reached.add(imported);
  }
  return reached;
}
