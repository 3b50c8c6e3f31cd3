import type { IncidentDetail } from '@corridor/api/src/schemas/incident-schemas.ts';
import type { Texts } from '@corridor/api/src/schemas/query-schemas.ts';
import {
  decodeKeys,
  type IncidentTable,
  LazyTexts,
  type MissingTexts,
  TextIndex,
  type TextSearch,
} from '@corridor/incident-table';
import { ApiError, fetchJson, toApiError } from '../lib/api/fetch-json.ts';
import { pathAsOf } from '../lib/api/path-as-of.ts';

/** Tables up to this size get all their texts, a few megabytes, and are searched here. */
const MAX_LOCAL = 20_000;
/** What the API takes in one question. */
const KEYS_A_REQUEST = 500;
/** More than any page shows: an answer that names more incidents leaves their titles out. */
const MAX_MISSING = 4_000;
const MAX_SEARCHES = 50;

/**
 * The texts of a table that came without them: fetched as answers need them, all of them where there are few. Also
 * finds which rows have words: here once all texts are, else by asking the API. Tells when something has arrived.
 */
export class TableTexts implements TextSearch {
  readonly lazy = new LazyTexts(MAX_LOCAL + MAX_MISSING);
  readonly #onMore: (error: string | null) => void;
  readonly #maxLocal: number;
  readonly #asOf: string | null;
  readonly #underWay = new Set<number | string>();
  /** Keys by words that were asked for, the oldest first; null while they are under way. */
  readonly #matches = new Map<string, Uint32Array | null>();
  #table: IncidentTable | null = null;
  /** The table whose texts are all here, and its index once something was looked for. */
  #local: IncidentTable | null = null;
  #index: TextIndex | null = null;

  /** `asOf` is the moment of the table; null for now. */
  constructor(onMore: (error: string | null) => void, asOf: string | null, maxLocal = MAX_LOCAL) {
    this.#onMore = onMore;
    this.#asOf = asOf;
    this.#maxLocal = maxLocal;
  }

  /** Whether every text of the table is at hand. */
  get isLocal(): boolean {
    return this.#local !== null && this.#local === this.#table;
  }

  /** Goes on to a table: what was found in the one before is asked for anew. */
  use(table: IncidentTable): void {
    this.#table = table;
    this.#matches.clear();
    this.#index = null;
    if (table.rowCount <= this.#maxLocal) void this.#fetchAll(table);
  }

  /** Whether `find` can answer; if not, it soon can. */
  canFind(words: string): boolean {
    if (this.isLocal || this.#matches.get(words)) return true;
    if (!this.#matches.has(words)) void this.#fetchMatches(words);
    return false;
  }

  find(words: string): Uint8Array {
    const table = this.#table;
    if (!table) throw new Error('Expected a table to look for words in');
    if (this.isLocal) {
      this.#index ??= new TextIndex(table);
      return this.#index.find(words);
    }
    const keys = this.#matches.get(words);
    if (!keys) throw new Error('Expected the words to have been asked for');
    const found = new Uint8Array(table.rowCount);
    for (const key of keys) {
      const row = table.rowOfKey(key);
      if (row !== undefined) found[row] = 1;
    }
    return found;
  }

  /** Fetches what an answer lacks. Returns whether there is something to wait for. */
  fetchMissing({ ids, keys }: MissingTexts): boolean {
    if (keys.length > MAX_MISSING || (keys.length === 0 && ids.length === 0)) return false;
    const newKeys = keys.filter((key) => !this.#underWay.has(key));
    const newIds = ids.filter((id) => !this.#underWay.has(id));
    if (newKeys.length > 0) void this.#tell(this.#fetchKeys(newKeys));
    for (const id of newIds) void this.#tell(this.#fetchId(id));
    return true;
  }

  /** Answers may wait for any of it, whoever asked first. Returns whether it is there. */
  async #tell(work: Promise<unknown>): Promise<boolean> {
    try {
      await work;
      this.#onMore(null);
      return true;
    } catch (error) {
      this.#onMore(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  async #fetchAll(table: IncidentTable): Promise<void> {
    const missing = Array.from(table.columns.key).filter((key) => !this.lazy.has(key));
    for (let at = 0; at < missing.length; at += KEYS_A_REQUEST) {
      const hasCome = await this.#tell(this.#fetchKeys(missing.slice(at, at + KEYS_A_REQUEST)));
      // What is not here then is asked for when it is needed.
      if (!hasCome || this.#table !== table) return;
    }
    this.#local = table;
  }

  async #fetchKeys(keys: readonly number[]): Promise<void> {
    for (const key of keys) this.#underWay.add(key);
    try {
      const parts = Array.from({ length: Math.ceil(keys.length / KEYS_A_REQUEST) }, (_, index) =>
        keys.slice(index * KEYS_A_REQUEST, (index + 1) * KEYS_A_REQUEST),
      );
      await Promise.all(
        parts.map(async (part) => {
          const { items } = await fetchJson<Texts>(pathAsOf(`/v1/texts?keys=${part.join(',')}`, this.#asOf));
          for (const { key, ...texts } of items) this.lazy.set(key, texts);
          for (const key of part) if (!this.lazy.has(key)) this.#setGone(key);
        }),
      );
    } finally {
      for (const key of keys) this.#underWay.delete(key);
    }
  }

  /** The server has gone on to a revision without it; the table soon will. */
  #setGone(key: number): void {
    this.lazy.set(key, { id: `key:${key}`, title: '', summary: '' });
  }

  async #fetchId(id: string): Promise<void> {
    this.#underWay.add(id);
    try {
      const path = pathAsOf(`/v1/incidents/${encodeURIComponent(id)}`, this.#asOf);
      const { key } = await fetchJson<IncidentDetail>(path);
      this.lazy.setKey(id, key);
    } catch (error) {
      if (!(error instanceof ApiError && error.status < 500)) throw error;
      this.lazy.setKey(id, null);
    } finally {
      this.#underWay.delete(id);
    }
  }

  async #fetchMatches(words: string): Promise<void> {
    const table = this.#table;
    this.#matches.set(words, null);
    await this.#tell(
      (async () => {
        try {
          const response = await fetch(pathAsOf(`/v1/text-matches?${new URLSearchParams({ q: words })}`, this.#asOf));
          if (!response.ok) throw await toApiError(response);
          const { keys } = decodeKeys(new Uint8Array(await response.arrayBuffer()));
          if (this.#table === table) this.#matches.set(words, keys);
          for (const [oldest] of this.#matches) {
            if (this.#matches.size <= MAX_SEARCHES) break;
            this.#matches.delete(oldest);
          }
        } catch (error) {
          if (this.#table === table) this.#matches.delete(words);
          throw error;
        }
      })(),
    );
  }
}
