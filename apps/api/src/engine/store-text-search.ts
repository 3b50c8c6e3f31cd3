import type { IncidentTable, TextSearch } from '@corridor/incident-table';
import type { TextMatches } from '@corridor/store';

/** What was found for this many texts is kept: a byte a row each. */
const MAX_KEPT = 8;

/**
 * Has the store look for words, for tables whose own index would take too long to build and too much memory. The engine
 * asks at once and cannot wait, so what it will ask for is prepared before.
 */
export class StoreTextSearch implements TextSearch {
  readonly #table: IncidentTable;
  readonly #textMatches: (text: string) => Promise<TextMatches>;
  readonly #kept = new Map<string, Promise<Uint8Array>>();
  #prepared: { readonly text: string; readonly rows: Uint8Array } | null = null;

  constructor(table: IncidentTable, textMatches: (text: string) => Promise<TextMatches>) {
    this.#table = table;
    this.#textMatches = textMatches;
  }

  /** Finds the rows of `text`. Gives what makes them the ones that `find` returns, to be called right before. */
  async prepare(text: string): Promise<() => void> {
    const rows = await this.#rowsOf(text);
    return () => {
      this.#prepared = { text, rows };
    };
  }

  find(query: string): Uint8Array {
    if (this.#prepared?.text !== query) throw new Error('Expected the text of this query to be prepared');
    return this.#prepared.rows;
  }

  #rowsOf(text: string): Promise<Uint8Array> {
    const kept = this.#kept.get(text);
    if (kept) return kept;
    const found = this.#find(text);
    this.#kept.set(text, found);
    found.catch(() => this.#kept.delete(text));
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    return found;
  }

  async #find(text: string): Promise<Uint8Array> {
    const rows = new Uint8Array(this.#table.rowCount);
    const { keys } = await this.#textMatches(text);
    for (const key of keys) {
      const row = this.#table.rowOfKey(key);
      if (row !== undefined) rows[row] = 1;
    }
    return rows;
  }
}
