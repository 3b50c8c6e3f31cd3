import type { FormStore } from '../form-store.ts';
import type { FormValues } from '../values/form-values.ts';
import { sameForm } from '../values/same-form.ts';
import type { Attempt, DraftShelf, ShelvedDraft } from './draft-shelf.ts';

const PAUSE_MS = 400;

/** How it stands with what was typed. */
export interface Kept {
  /** Whether anything was typed that is not saved. */
  readonly dirty: boolean;
  /** When it was last kept in this browser; null where there is nothing to keep. */
  readonly savedAt: string | null;
  /** The browser does not keep it: out of room, or told to keep nothing. */
  readonly failed: boolean;
}

/** What a form begins with. */
export type DraftStart = Pick<ShelvedDraft, 'key' | 'values' | 'base' | 'attempt'> & {
  /** What the form would say had nobody typed anything. */
  readonly pristine: FormValues;
};

/** Keeps what is typed, a moment after the last key and when the page is left, until it is saved or discarded. */
export class DraftKeeper {
  readonly #shelf: DraftShelf;
  readonly #store: FormStore;
  readonly #now: () => Date;
  #draft: DraftStart;
  #kept: Kept;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether this form has put something on the shelf: only that may be taken off when nothing is typed any more. */
  #isShelved: boolean;
  #isOver = false;
  readonly #listeners = new Set<() => void>();

  constructor(shelf: DraftShelf, store: FormStore, start: DraftStart, now = () => new Date()) {
    this.#shelf = shelf;
    this.#store = store;
    this.#draft = start;
    this.#now = now;
    const dirty = !sameForm(store.values(), start.pristine);
    this.#isShelved = dirty;
    this.#kept = { dirty, savedAt: shelf.read(start.key)?.savedAt ?? null, failed: false };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): Kept => this.#kept;

  get base(): DraftStart['base'] {
    return this.#draft.base;
  }

  get attempt(): Attempt | null {
    return this.#draft.attempt;
  }

  /** Follows the form. Returns how to stop, which keeps what was typed last. */
  follow(): () => void {
    const unsubscribe = this.#store.subscribe(() => {
      this.#note();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.keep(), PAUSE_MS);
    });
    return () => {
      unsubscribe();
      this.keep();
    };
  }

  /** What is under way is kept before it is. */
  readonly remember = (attempt: Attempt | null): void => {
    this.#draft = { ...this.#draft, attempt };
    this.keep();
  };

  /** The form goes on from another version of its record. */
  rebase(base: NonNullable<DraftStart['base']>, pristine: FormValues): void {
    this.#draft = { ...this.#draft, base, pristine };
    this.keep();
  }

  keep(): void {
    clearTimeout(this.#timer);
    if (this.#isOver) return;
    const { attempt, base, key } = this.#draft;
    if (sameForm(this.#store.values(), this.#draft.pristine) && attempt === null) {
      if (this.#isShelved) this.#shelf.discard(key);
      this.#isShelved = false;
      this.#show({ dirty: false, savedAt: null, failed: false });
      return;
    }
    const savedAt = this.#now().toISOString();
    const isKept = this.#shelf.keep({ key, values: this.#store.values(), base, attempt, savedAt });
    this.#isShelved ||= isKept;
    this.#show({ dirty: true, savedAt: isKept ? savedAt : this.#kept.savedAt, failed: !isKept });
  }

  /** It is saved, or nobody wants it. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#isOver = true;
    this.#shelf.discard(this.#draft.key);
    this.#show({ dirty: false, savedAt: null, failed: false });
  }

  #note(): void {
    const dirty = !sameForm(this.#store.values(), this.#draft.pristine);
    if (dirty !== this.#kept.dirty) this.#show({ ...this.#kept, dirty });
  }

  #show(kept: Kept): void {
    this.#kept = kept;
    for (const listener of this.#listeners) listener();
  }
}
