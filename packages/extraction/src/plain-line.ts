/** Controls, half characters and signs that turn the writing direction: no draft may hold them (`textFault`). */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A text of an article as one line that a draft may hold. */
export function onOneLine(text: string): string {
  return text.replace(NOT_IN_A_LINE, ' ').replace(/\s+/g, ' ').trim();
}

/** A text of at most so many characters, cut at a word. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const blank = cut.lastIndexOf(' ');
  // A cut between words leaves no half character.
  return `${cut.slice(0, blank > length / 2 ? blank : length - 1).replace(/\p{Cs}$/u, '')}…`;
}
