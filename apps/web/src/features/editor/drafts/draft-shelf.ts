import { draftSchema } from '@corridor/domain';
import { z } from 'zod';
import { formValuesSchema } from '../values/form-values.ts';

/** What was sent without an answer that says whether it arrived. */
const attemptSchema = z.object({ key: z.string(), draft: draftSchema });
export type Attempt = z.infer<typeof attemptSchema>;

const shelvedSchema = z.object({
  /** `new:<random>`, `edit:<id of the record>#<random>`, or `read:<id of an article's draft>#<random>`. */
  key: z.string().min(1),
  values: formValuesSchema,
  /** Of a record that is changed: what it said when that began, and in which version. */
  base: z.object({ version: z.number().int(), draft: draftSchema }).nullable(),
  attempt: attemptSchema.nullable(),
  savedAt: z.iso.datetime(),
});
/** What somebody typed and has not saved. */
export type ShelvedDraft = z.infer<typeof shelvedSchema>;

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'corridor-watch.draft';

/** Drafts of one person, kept in this browser: each under a name of its own, so that two windows do not meet. */
export class DraftShelf {
  readonly #storage: DraftStorage;
  readonly #prefix: string;

  constructor(storage: DraftStorage, personId: string) {
    this.#storage = storage;
    this.#prefix = `${PREFIX}.${personId}.`;
  }

  /** All of them, the latest first. What cannot be read counts as absent: it may be from another version. */
  list(): readonly ShelvedDraft[] {
    const names = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index));
    return names
      .flatMap((name) => (name?.startsWith(this.#prefix) ? (this.read(name.slice(this.#prefix.length)) ?? []) : []))
      .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  }

  read(key: string): ShelvedDraft | null {
    try {
      const result = shelvedSchema.safeParse(JSON.parse(this.#storage.getItem(this.#prefix + key) ?? 'null'));
      return result.success ? result.data : null;
    } catch {
      return null;
    }
  }

  /** Whether the browser kept it: it may be out of room, or told to keep nothing. */
  keep(draft: ShelvedDraft): boolean {
    try {
      this.#storage.setItem(this.#prefix + draft.key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  discard(key: string): void {
    this.#storage.removeItem(this.#prefix + key);
  }
}
