import type { WriteOperation } from './write-operation.ts';

/** What should be in the store of one incident. */
export interface ModelRecord {
  /** Of the write that made its content. */
  readonly token: string;
  /** Of its versions, oldest first. */
  readonly reasons: readonly string[];
  readonly mergedInto: string | null;
}

/** What should be in a store, by what was written. */
export class RecordModel {
  readonly #records: Map<string, ModelRecord>;

  constructor(records: ReadonlyMap<string, ModelRecord> = new Map()) {
    this.#records = new Map(records);
  }

  get records(): ReadonlyMap<string, ModelRecord> {
    return this.#records;
  }

  copy(): RecordModel {
    return new RecordModel(this.#records);
  }

  apply(operation: WriteOperation): void {
    if (operation.kind === 'act') return;
    const { ids, token } = operation;
    for (const id of ids) {
      const before = this.#records.get(id) ?? { token, reasons: [], mergedInto: null };
      const reasons = [...before.reasons, token];
      if (operation.kind === 'merge') this.#records.set(id, { ...before, reasons, mergedInto: operation.into });
      else if (operation.kind === 'split') this.#records.set(id, { ...before, reasons, mergedInto: null });
      else this.#records.set(id, { ...before, reasons, token });
    }
  }
}
