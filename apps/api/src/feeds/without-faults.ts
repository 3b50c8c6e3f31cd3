import { textFault } from '@corridor/domain';

/** A text of others with a space for each character that no record may hold. At most `longest` characters of it. */
export function withoutFaults(text: string, kind: 'line' | 'text', longest: number): string {
  const taken = text.slice(0, longest);
  if (textFault(taken, kind) === null) return taken;
  return Array.from(taken, (letter) => (textFault(letter, kind) === null ? letter : ' ')).join('');
}
