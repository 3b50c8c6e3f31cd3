/** What a CSV file may hold; whatever is larger is a fault of its record. */
export interface CsvLimits {
  /** Characters of a record, and so of what is held in memory. */
  readonly recordLength: number;
  readonly cellLength: number;
  readonly columns: number;
}

export const CSV_LIMITS: CsvLimits = { recordLength: 1_048_576, cellLength: 100_000, columns: 1_000 };

/** Why a record cannot be read. */
export interface CsvFault {
  /** From 1; 0 where it is the whole record. */
  readonly column: number;
  /** The beginning of what was met. */
  readonly value: string;
  readonly reason: string;
}

/** A record and its number; the first of a file is 1. A faulty record has no cells. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault: CsvFault | null;
  /** What of a record that can be read is not in its cells. */
  readonly remarks?: readonly CsvFault[];
}

/** Reads the text of a CSV file piece by piece. */
export interface CsvReader {
  /** The records that end within the text so far. */
  push(text: string): CsvRecord[];
  /** The records of what is left. */
  end(): CsvRecord[];
}

interface CsvSyntax {
  /** One character. */
  readonly delimiter: string;
  /** `\n` reads `\r\n` too. */
  readonly lineEnd?: '\n' | '\r';
  readonly limits?: CsvLimits;
}

const SHOWN = 200;

type Scan = { readonly cells: string[]; readonly next: number; readonly fault: CsvFault | null } | 'unfinished';

/**
 * A reader of RFC 4180 text in pieces of any size. It holds one record at most (`recordLength`), whatever the file. A
 * record with a broken quote is a fault, and reading goes on at the line after its first, so that a stray quote
 * cannot swallow the rows that follow.
 * Why it is not a library: docs/adr/0006.
 */
export function createCsvReader({ delimiter, lineEnd = '\n', limits = CSV_LIMITS }: CsvSyntax): CsvReader {
  const [delimiterCode, lineEndCode] = [delimiter.charCodeAt(0), lineEnd.charCodeAt(0)];
  let held = '';
  let row = 0;
  /** Within a line that is too long: all up to its end is passed over. */
  let skipping = false;

  function read(text: string, isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    if (skipping) {
      const end = text.indexOf(lineEnd);
      if (end < 0) return records;
      skipping = false;
      at = end + 1;
    }
    while (at < text.length) {
      const scan = scanRecord(text, at, isLast);
      if (scan === 'unfinished') {
        if (text.length - at <= limits.recordLength) break;
        records.push(failed(++row, 0, text.slice(at), `is longer than ${limits.recordLength} characters`));
        at = skipLine(text, at);
      } else if (scan.fault) {
        records.push({ row: ++row, cells: [], fault: scan.fault });
        at = scan.next < 0 ? skipLine(text, at) : scan.next;
      } else {
        records.push({ row: ++row, cells: scan.cells, fault: null });
        at = scan.next;
      }
    }
    held = text.slice(at);
    return records;
  }

  /** The start of the next line, or the end of the text, from where the rest of the line is passed over. */
  function skipLine(text: string, from: number): number {
    const end = text.indexOf(lineEnd, from);
    skipping = end < 0;
    return end < 0 ? text.length : end + 1;
  }

  /** `next` is negative where reading shall go on at the line after the record's first. */
  function scanRecord(text: string, start: number, isLast: boolean): Scan {
    const cells: string[] = [];
    let fault: CsvFault | null = null;
    let at = start;
    for (;;) {
      if (cells.length === limits.columns) {
        return {
          cells,
          next: -1,
          fault: faultOf(cells.length + 1, '', `is past the limit of ${limits.columns} columns`),
        };
      }
      const isQuoted = text.charCodeAt(at) === QUOTE;
      const close = isQuoted ? closingQuote(text, at + 1) : -1;
      if (isQuoted && (close < 0 || (close + 1 === text.length && !isLast))) {
        if (!isLast) return 'unfinished';
        return {
          cells,
          next: -1,
          fault: faultOf(cells.length + 1, text.slice(at), 'has a quote that is never closed'),
        };
      }
      const end = isQuoted ? separatorAfter(text, close + 1) : nextSeparator(text, at);
      if (end === 'unfinished') {
        if (!isLast) return 'unfinished';
      } else if (end === 'none') {
        return {
          cells,
          next: -1,
          fault: faultOf(cells.length + 1, text.slice(at), 'has text after its closing quote'),
        };
      }
      const stop = typeof end === 'number' ? end : text.length;
      const isLineEnd = stop >= text.length || text.charCodeAt(stop) !== delimiterCode;
      const cell = isQuoted ? unquoted(text.slice(at + 1, close)) : plainCell(text, at, stop, isLineEnd);
      if (cell.length > limits.cellLength && !fault) {
        fault = faultOf(cells.length + 1, cell, `is longer than ${limits.cellLength} characters`);
      }
      cells.push(cell);
      at = stop + 1;
      if (isLineEnd) return { cells, next: Math.min(at, text.length), fault };
    }
  }

  /** Before `\n` a `\r` belongs to the line end. */
  function plainCell(text: string, from: number, to: number, isLineEnd: boolean): string {
    const hasReturn = isLineEnd && lineEnd === '\n' && to > from && text[to - 1] === '\r';
    return text.slice(from, hasReturn ? to - 1 : to);
  }

  function nextSeparator(text: string, from: number): number | 'unfinished' {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiterCode || code === lineEndCode) return at;
    }
    return 'unfinished';
  }

  function separatorAfter(text: string, at: number): number | 'unfinished' | 'none' {
    if (at >= text.length) return 'unfinished';
    const letter = text[at];
    if (letter === delimiter || letter === lineEnd) return at;
    if (letter !== '\r' || lineEnd === '\r') return 'none';
    if (at + 1 >= text.length) return 'unfinished';
    return text[at + 1] === lineEnd ? at + 1 : 'none';
  }

  return {
    push: (text) => read(held + text, false),
    end: () => {
      const records = read(held, true);
      held = '';
      return records;
    },
  };
}

const QUOTE = 34;

function unquoted(text: string): string {
  return text.includes('"') ? text.replaceAll('""', '"') : text;
}

/** Where the cell's closing quote stands; negative where it does not within the text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function failed(row: number, column: number, value: string, reason: string): CsvRecord {
  return { row, cells: [], fault: faultOf(column, value, reason) };
}

function faultOf(column: number, value: string, reason: string): CsvFault {
  return { column, value: value.slice(0, SHOWN).trimEnd(), reason };
}
