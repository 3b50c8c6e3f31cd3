import { foldText } from '@corridor/domain';

/**
 * A text to sort by: folded, and such that bytes of UTF-8 (collation C) are in the order in which the engine compares
 * strings, by UTF-16 code units. The two differ only from U+E000 on, which UTF-16 puts after all that needs two units.
 */
export function sortKeyOf(text: string): string {
  return foldText(text).replace(/[\uE000-\uFFFF]/g, (unit) => String.fromCodePoint(0x100000 + unit.charCodeAt(0)));
}
