import type { KeyOf } from '../../lib/keys/key-commands.ts';

/** A key that moves in a list. */
export type MoveKey = KeyOf<'rowStep' | 'rowPage' | 'rowEnd'>;

/** Where a key leads in a list of `count` rows from row `index` (null: none yet); null where there is none. */
export function stepIndex(key: MoveKey, index: number | null, count: number, pageRows: number): number | null {
  if (count === 0) return null;
  const from = index ?? -1;
  const target: Readonly<Record<MoveKey, number>> = {
    ArrowDown: from + 1,
    ArrowUp: Math.max(from, 0) - 1,
    PageDown: from + pageRows,
    PageUp: from - pageRows,
    Home: 0,
    End: count - 1,
  };
  return Math.min(count - 1, Math.max(0, target[key]));
}
