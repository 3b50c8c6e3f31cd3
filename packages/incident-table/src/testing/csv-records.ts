/** One record of a CSV file: its cells by column name, and its number as a spreadsheet counts it (the header is row 1). */
export interface CsvRecord {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * The records of an RFC 4180 file with a header, lazily. A missing cell is absent, cells beyond the header are left out;
 * a quote that is never closed takes the rest of the file into its cell.
 */
export function* csvRecords(text: string): Generator<CsvRecord> {
  let header: readonly string[] | null = null;
  let row = 0;
  for (const cells of csvRows(text)) {
    row++;
    if (header) yield { row, cells: new Map(header.flatMap((column, index) => pairOf(column, cells[index]))) };
    else header = cells;
  }
}

function pairOf(column: string, cell: string | undefined): [string, string][] {
  return cell === undefined ? [] : [[column, cell]];
}

/** A cell with the separator after it: quoted (quotes inside are doubled) or plain. */
const CELL = /(?:"((?:[^"]|"")*)(?:"|$)|([^",\r\n][^,\r\n]*|))(,|\r?\n|\r|$)/y;

function* csvRows(text: string): Generator<string[]> {
  CELL.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  let [at, cells]: [number, string[]] = [CELL.lastIndex, []];
  while (at < text.length) {
    CELL.lastIndex = at;
    const match = CELL.exec(text);
    if (!match) throw new RangeError(`Expected a separator or a line end after a quoted cell, near character ${at}`);
    const [, quoted, plain = '', separator] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at = CELL.lastIndex;
    if (separator === ',' && at < text.length) continue;
    if (separator === ',') cells.push('');
    yield cells;
    cells = [];
  }
}
