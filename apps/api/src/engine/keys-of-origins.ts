import type { OriginTest } from '@corridor/domain';
import type { Store } from '@corridor/store';

/** Which incidents have the origins of a test, for one state of the data: asked of the store once, and kept. */
export class KeysOfOrigins {
  readonly #store: Pick<Store, 'keysOfOrigins'>;
  #kept: { readonly isMeant: OriginTest; readonly keys: Promise<KeySet | null> } | null = null;

  constructor(store: Pick<Store, 'keysOfOrigins'>) {
    this.#store = store;
  }

  /** Null for none. */
  of(isMeant: OriginTest): Promise<KeySet | null> {
    if (this.#kept?.isMeant === isMeant) return this.#kept.keys;
    const keys = this.#read(isMeant);
    this.#kept = { isMeant, keys };
    keys.catch(() => {
      this.#kept = null;
    });
    return keys;
  }

  async #read(isMeant: OriginTest): Promise<KeySet | null> {
    const keys = await this.#store.keysOfOrigins(isMeant);
    return keys.length === 0 ? null : new KeySet(keys);
  }
}

/** A bit for each key up to the greatest: keys are given without gaps, and there may be a million. */
export class KeySet {
  readonly #bits: Uint8Array;

  /** `keys` ascend. */
  constructor(keys: Uint32Array) {
    this.#bits = new Uint8Array(((keys.at(-1) ?? 0) >> 3) + 1);
    for (const key of keys) this.#bits[key >> 3] = (this.#bits[key >> 3] ?? 0) | (1 << (key & 7));
  }

  has(key: number): boolean {
    return ((this.#bits[key >> 3] ?? 0) & (1 << (key & 7))) !== 0;
  }
}
