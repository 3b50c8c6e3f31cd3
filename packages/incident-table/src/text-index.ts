import { wordsOf } from './fold-text.ts';
import type { IncidentTable } from './incident-table.ts';

/**
 * Finds rows by word prefixes in title, summary, place name and actors. Building costs about 10 µs and 4 bytes for each
 * distinct word a row; a query costs a binary search in the words and a pass over the rows.
 */
export class TextIndex {
  readonly #rowCount: number;
  /** Ascending by UTF-16 code unit. */
  readonly #words: readonly string[];
  /** Rows of word w: `#rows[#starts[w]]` up to `#rows[#starts[w + 1]]`. */
  readonly #starts: Uint32Array;
  readonly #rows: Uint32Array;

  constructor(table: IncidentTable) {
    this.#rowCount = table.rowCount;
    const postings = collectPostings(table);
    this.#words = [...postings.keys()].sort();
    this.#starts = new Uint32Array(this.#words.length + 1);
    this.#words.forEach((word, index) => {
      this.#starts[index + 1] = (this.#starts[index] ?? 0) + (postings.get(word)?.length ?? 0);
    });
    this.#rows = new Uint32Array(this.#starts.at(-1) ?? 0);
    this.#words.forEach((word, index) => {
      this.#rows.set(postings.get(word) ?? [], this.#starts[index] ?? 0);
    });
  }

  /** 1 for each row in which every word of `query` begins a word. A query without a word finds every row. */
  find(query: string): Uint8Array {
    const found = new Uint8Array(this.#rowCount).fill(1);
    for (const prefix of wordsOf(query)) {
      const rows = this.#rowsOf(prefix);
      for (let row = 0; row < found.length; row++) found[row] = (found[row] ?? 0) & (rows[row] ?? 0);
    }
    return found;
  }

  #rowsOf(prefix: string): Uint8Array {
    const rows = new Uint8Array(this.#rowCount);
    for (let word = this.#firstFrom(prefix); this.#words[word]?.startsWith(prefix); word++) {
      const end = this.#starts[word + 1] ?? 0;
      for (let k = this.#starts[word] ?? 0; k < end; k++) rows[this.#rows[k] ?? 0] = 1;
    }
    return rows;
  }

  #firstFrom(prefix: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#words[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function collectPostings(table: IncidentTable): Map<string, number[]> {
  const { actors, actorNames, placeName, placeNames, summary, title } = table.columns;
  const wordsOfActor = actorNames.map(wordsOf);
  const wordsOfPlace = placeNames.map(wordsOf);
  const postings = new Map<string, number[]>();
  for (let row = 0; row < table.rowCount; row++) {
    const add = (word: string) => {
      const rows = postings.get(word);
      if (!rows) postings.set(word, [row]);
      else if (rows.at(-1) !== row) rows.push(row);
    };
    wordsOf(title.at(row)).forEach(add);
    wordsOf(summary.at(row)).forEach(add);
    wordsOfPlace[placeName.codes[row] ?? 0]?.forEach(add);
    for (let k = actors.offsets[row] ?? 0; k < (actors.offsets[row + 1] ?? 0); k++) {
      wordsOfActor[actors.values[k] ?? 0]?.forEach(add);
    }
  }
  return postings;
}
