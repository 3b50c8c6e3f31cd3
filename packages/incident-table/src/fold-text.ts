/**
 * The words of a text as search compares them: without accents and other marks, lower-case, split at whatever is
 * neither letter nor digit.
 */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text without accents and other marks, in lower case. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
