import { foldColumn } from './fold-column.ts';

/**
 * What sets the header of a later table apart from that of the first; null where it goes on with it: the same names, folded,
 * in the same order, of which those at the end may be missing, but no more than half.
 */
export function headerDifference(names: readonly string[], columns: readonly string[]): string | null {
  for (const [index, name] of names.entries()) {
    const column = columns[index];
    if (column === undefined) return `column “${shown(name)}” is none of the first table's`;
    if (!isSameName(name, column)) return `column “${shown(name)}” stands for “${shown(column)}”`;
  }
  return names.length < Math.max(2, columns.length / 2) ? `only ${names.length} of ${columns.length} columns` : null;
}

/** Of signs like `%` nothing is left when they are folded. */
function isSameName(name: string, column: string): boolean {
  const folded = foldColumn(name);
  return name === column || (folded !== '' && folded === foldColumn(column));
}

const shown = (name: string): string => (name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name);

const SHOWN = 40;
