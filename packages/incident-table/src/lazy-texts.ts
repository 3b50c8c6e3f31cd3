import type { TextField, TextSource, Texts } from './incident-texts.ts';

/** What was asked for and is not at hand. */
export interface MissingTexts {
  /** Keys of incidents. */
  readonly keys: readonly number[];
  readonly ids: readonly string[];
}

/** Incidents whose texts are kept at once: some 1 kB each. */
const MAX_KEPT = 20_000;

/** What stands for an id that is not at hand, so that no two incidents share one. */
const STAND_IN = /^key:(\d{1,10})$/;

/**
 * Texts of a table that was loaded without them, kept by key as they arrive. Those that are asked for and are not there
 * are empty, ids `key:` and the key, and are noted: whoever can load them does so and asks again. The least recently
 * used are dropped beyond MAX_KEPT incidents. Handles are keys.
 */
export class LazyTexts implements TextSource {
  /** By key, the least recently used first. */
  readonly #kept = new Map<number, Texts>();
  /** By id; null for an id that nothing has. */
  readonly #keys = new Map<string, number | null>();
  readonly #maxKept: number;
  #missingKeys = new Set<number>();
  #missingIds = new Set<string>();

  constructor(maxKept = MAX_KEPT) {
    this.#maxKept = maxKept;
  }

  text(key: number, field: TextField): string {
    const texts = this.#kept.get(key);
    if (!texts) {
      this.#missingKeys.add(key);
      return field === 'id' ? `key:${key}` : '';
    }
    this.#kept.delete(key);
    this.#kept.set(key, texts);
    return texts[field];
  }

  keyOf(id: string): number | undefined {
    const key = this.#keys.get(id) ?? keyOfStandIn(id);
    if (key === undefined && !this.#keys.has(id)) this.#missingIds.add(id);
    return key;
  }

  has(key: number): boolean {
    return this.#kept.has(key);
  }

  /** Keeps the texts of an incident; a later call for the same key replaces them. */
  set(key: number, texts: Texts): void {
    this.#forget(key);
    this.#kept.set(key, texts);
    this.#keys.set(texts.id, key);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= this.#maxKept) break;
      this.#forget(oldest);
    }
  }

  /** Notes the key of an id whose texts are not needed; null when nothing has this id. */
  setKey(id: string, key: number | null): void {
    this.#keys.set(id, key);
  }

  /** Drops the texts of incidents that changed, and all that was not found. */
  forget(keys: Iterable<number>): void {
    for (const key of keys) this.#forget(key);
    for (const [id, key] of this.#keys) if (key === null) this.#keys.delete(id);
  }

  /** What was asked for in vain since the last call. */
  takeMissing(): MissingTexts {
    const missing = { keys: [...this.#missingKeys], ids: [...this.#missingIds] };
    this.#missingKeys = new Set();
    this.#missingIds = new Set();
    return missing;
  }

  #forget(key: number): void {
    const texts = this.#kept.get(key);
    if (!texts) return;
    this.#kept.delete(key);
    this.#keys.delete(texts.id);
  }
}

function keyOfStandIn(id: string): number | undefined {
  const digits = STAND_IN.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
