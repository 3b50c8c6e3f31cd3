import { CSV_LIMITS, type CsvFault, type CsvRecord } from '../csv/csv-reader.ts';
import type { Archive } from './open-archive.ts';
import { isTrue, type Sheet, type Workbook } from './read-workbook.ts';
import { readXml, type XmlHandler } from './read-xml.ts';
import { serialDate } from './serial-date.ts';
import type { XlsxLimits } from './xlsx-limits.ts';

/**
 * The rows of a sheet as they are unpacked, with the numbers that the sheet gives them, where these go up. Holds one piece and
 * one row.
 */
export function* readSheet(
  archive: Archive,
  { part }: Sheet,
  workbook: Workbook,
  limits: XlsxLimits,
): Generator<readonly CsvRecord[]> {
  let records: CsvRecord[] = [];
  const handler = sheetHandler(workbook, (record) => records.push(record));
  for (const _ of readXml(archive.read(part, limits.sheetBytes), handler, limits.betweenTags)) {
    if (records.length === 0) continue;
    yield records;
    records = [];
  }
}

function sheetHandler(workbook: Workbook, take: (record: CsvRecord) => void): XmlHandler {
  let row = 0;
  let isInRow = false;
  let cells: string[] = [];
  let remarks: CsvFault[] = [];
  let fault: CsvFault | null = null;
  let cell: Cell = emptyCell(0, {});
  let [isInValue, isInFormula, isPronunciation] = [false, false, false];

  function openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    closeRow();
    isInRow = true;
    row = /^\d{1,7}$/.test(r ?? '') ? Math.max(Number(r), row + 1) : row + 1;
    cells = [];
    fault = null;
    remarks = isTrue(hidden) ? [{ column: 0, value: '', reason: 'is hidden in the sheet: read all the same' }] : [];
    cell = emptyCell(-1, {});
  }

  /** Of rows within a row, as no workbook has them, each ends where the next begins. */
  function closeRow(): void {
    if (isInRow) take({ row, cells: fault ? [] : cells, fault, remarks });
    isInRow = false;
  }

  function closeCell(): void {
    if (fault) return;
    const column = cell.column + 1;
    if (column > CSV_LIMITS.columns) {
      fault = { column, value: '', reason: `is past the limit of ${CSV_LIMITS.columns} columns` };
      return;
    }
    if (cell.length > CSV_LIMITS.cellLength) {
      fault = {
        column,
        value: cell.text.slice(0, SHOWN),
        reason: `is longer than ${CSV_LIMITS.cellLength} characters`,
      };
      return;
    }
    while (cells.length < column) cells.push('');
    const { text, remark } = readValue(cell, workbook);
    cells[column - 1] = text;
    if (remark !== null) remarks.push({ column, value: cell.text.slice(0, SHOWN), reason: remark });
  }

  return {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') cell = emptyCell(columnOf(attributes.r) ?? cell.column + 1, attributes);
      else if (name === 'f') {
        cell.isFormula = true;
        isInFormula = true;
      } else if (name === 'rPh') isPronunciation = true;
      isInValue = (name === 'v' || name === 't') && !isPronunciation;
    },
    text: (found) => {
      if (!isInValue || isInFormula) return;
      cell.length += found.length;
      if (cell.length <= CSV_LIMITS.cellLength) cell.text += found;
    },
    close: (name) => {
      isInValue = false;
      if (name === 'c') closeCell();
      else if (name === 'f') isInFormula = false;
      else if (name === 'rPh') isPronunciation = false;
      else if (name === 'row') closeRow();
    },
  };
}

const SHOWN = 200;

interface Cell {
  /** From 0. */
  readonly column: number;
  readonly type: string;
  readonly style: number;
  isFormula: boolean;
  text: string;
  /** Of the whole text, more of which may have come than is kept. */
  length: number;
}

function emptyCell(column: number, { t = 'n', s = '' }: Readonly<Record<string, string>>): Cell {
  return { column, type: t, style: s === '' ? -1 : Number(s), isFormula: false, text: '', length: 0 };
}

/** The column of a reference like `AB12`, from 0; longer names than Excel has are past every limit. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,4}(?=\d|$)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** What a cell shows (18.3.1.4), and what of it could not be taken. */
function readValue(cell: Cell, workbook: Workbook): { readonly text: string; readonly remark: string | null } {
  const { type, text } = cell;
  if (text === '') {
    return { text: '', remark: cell.isFormula && type !== 'str' ? 'is a formula without a value: left out' : null };
  }
  if (type === 's') {
    const shared = /^\d{1,9}$/.test(text) ? workbook.sharedTexts[Number(text)] : undefined;
    return shared === undefined
      ? left('refers to a text that the workbook does not have')
      : { text: shared, remark: null };
  }
  if (type === 'b') return { text: text === '1' ? 'true' : 'false', remark: null };
  if (type === 'e') return left(`holds the error ${text.slice(0, SHOWN)}`);
  if (type !== 'n') return { text, remark: null };
  const number = Number(text);
  if (!Number.isFinite(number)) return left('is no number');
  if (workbook.dateStyles[cell.style] !== true) return { text: plainNumber(number), remark: null };
  const date = serialDate(number, workbook.is1904);
  return date === null ? left('is formatted as a date, but is none') : { text: date, remark: null };
}

function left(reason: string): { readonly text: string; readonly remark: string } {
  return { text: '', remark: `${reason}: left out` };
}

/** Without an exponent: identifiers may be long numbers. */
function plainNumber(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toFixed(number < 1 && number > -1 ? 17 : 0).replace(/(\.\d*?)0+$/, '$1') : text;
}
