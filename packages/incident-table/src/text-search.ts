/**
 * Which rows have the words of a filter. An index of the table's own texts, or, where the texts are elsewhere, what was
 * asked for beforehand.
 */
export interface TextSearch {
  /** 1 for each row in which every word of `query` begins a word. */
  find(query: string): Uint8Array;
}
