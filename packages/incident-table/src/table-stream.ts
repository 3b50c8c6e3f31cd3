import { ArrowMessages } from './arrow-messages.ts';
import { assembleColumns } from './assemble-columns.ts';
import { droppedRows } from './changed-columns.ts';
import type { IncidentColumns } from './incident-columns.ts';
import { IncidentTable } from './incident-table.ts';
import { LazyTexts } from './lazy-texts.ts';
import { mergeColumns } from './merge-columns.ts';
import { refusing } from './refusing.ts';
import { segmentsTo } from './segments.ts';
import { TableReader } from './table-reader.ts';
import { readNumbers, readRows } from './table-rows.ts';

const REFUSAL = 'Not an incident table as an Arrow stream';

/**
 * Reads what `encodeTable` and `encodeDelta` write, as the bytes arrive. After the first batch of rows `table()` gives
 * the newest incidents, at the end all of them; texts are asked of `texts`. Holds the bytes of the batches until it is
 * dropped, and copies them for each table: about 20 ns a row. Every method throws TypeError, saying what is wrong, on
 * bytes that are anything else; what is held never exceeds a small multiple of what has arrived.
 */
export class TableStream {
  readonly #texts: LazyTexts;
  readonly #messages = new ArrowMessages();
  readonly #reader = new TableReader();

  constructor(texts = new LazyTexts()) {
    this.#texts = texts;
  }

  push(chunk: Uint8Array): void {
    refusing(REFUSAL, () => {
      for (const message of this.#messages.push(chunk)) this.#reader.read(message);
    });
  }

  /** Rows that have arrived. */
  get loaded(): number {
    return this.#reader.rowCount;
  }

  /** Rows of the whole stream; null until that is known. */
  get total(): number | null {
    return this.#reader.hasBegun ? refusing(REFUSAL, () => this.#reader.number('rows')) : null;
  }

  /** Whether everything has arrived. */
  get isWhole(): boolean {
    return this.#messages.isEnded && this.loaded === this.total;
  }

  /** The revision to which this is a difference; null for a table in full, and until that is known. */
  get since(): number | null {
    return refusing(REFUSAL, () => this.#reader.optionalNumber('since'));
  }

  /** What has arrived: whole, or the newest incidents. Needs a batch of rows, which also an empty table has. */
  table(): IncidentTable {
    return refusing(REFUSAL, () => {
      if (this.since !== null) throw new RangeError('it is a difference between two tables');
      return new IncidentTable(this.#columns(), this.#reader.number('revision'));
    });
  }

  /**
   * The table after the difference that has arrived whole: what stands at its revision, exactly. The table must be of
   * the revision `since`, and have come from a stream too. Texts that changed are forgotten.
   */
  applyTo(table: IncidentTable): IncidentTable {
    return refusing(REFUSAL, () => {
      const reader = this.#reader;
      const texts = table.columns.texts.source;
      if (!this.isWhole) throw new RangeError('it is cut off');
      if (this.since !== table.revision)
        throw new RangeError(`it is the difference to revision ${this.since}, not ${table.revision}`);
      if (!(texts instanceof LazyTexts)) throw new RangeError('the table holds its texts');
      const changed = this.#columns();
      const removed = reader.numbers('removed');
      const dropped = droppedRows([...removed, ...changed.key], (key) => table.rowOfKey(key));
      const rows = readNumbers(reader, 'row', 'int', new Uint32Array(reader.rowCount));
      const columns = mergeColumns(table.columns, changed, segmentsTo(table.rowCount, dropped, rows));
      checkMerged(columns, reader.number('table_rows'));
      texts.forget([...removed, ...changed.key]);
      return new IncidentTable(columns, reader.number('revision'));
    });
  }

  #columns(): IncidentColumns {
    if (this.#reader.batches.length === 0) throw new RangeError('it has no rows yet');
    return assembleColumns(readRows(this.#reader, this.#texts));
  }
}

/** Reads a whole table that `encodeTable` wrote. */
export function decodeTable(bytes: Uint8Array, texts?: LazyTexts): IncidentTable {
  const stream = new TableStream(texts);
  stream.push(bytes);
  return refusing(REFUSAL, () => {
    if (!stream.isWhole) throw new RangeError('it is cut off');
    return stream.table();
  });
}

/** The table after a difference that `encodeDelta` wrote; see `TableStream.applyTo`. */
export function applyDelta(table: IncidentTable, bytes: Uint8Array): IncidentTable {
  const stream = new TableStream();
  stream.push(bytes);
  return stream.applyTo(table);
}

function checkMerged({ startDay }: IncidentColumns, rowCount: number): void {
  if (startDay.length !== rowCount)
    throw new RangeError(`it makes a table of ${startDay.length} rows, not ${rowCount}`);
  for (let row = 1; row < startDay.length; row++) {
    if ((startDay[row] ?? 0) < (startDay[row - 1] ?? 0))
      throw new RangeError(`it does not fit the table at row ${row}`);
  }
}
