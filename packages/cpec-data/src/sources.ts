import { parseDay, type RowIssue, type Source, sourceSchema } from '@corridor/domain';
import { issueAt } from './cells.ts';
import type { CsvRow } from './read-csv.ts';

interface SourceCells {
  readonly source_publisher: string;
  readonly source_title: string;
  readonly source_date?: string;
  readonly source_url: string;
  readonly source2_url: string;
}

/** The files say neither how a source by itself is graded nor whose report it repeats. */
const UNGRADED = { grade: null, basedOn: '' };

const PARTIAL_DATE = /^(\d{4}(-(0[1-9]|1[0-2]))?)?$/;

/**
 * The sources of a row: the first from its own columns, the second known by its address only. A source whose address is
 * no web address is an issue and is left out. A date known only to its month or year has no day to store and becomes
 * null.
 */
export function readSources(cells: SourceCells, row: CsvRow, issues: RowIssue[]): Source[] {
  const first = {
    publisher: cells.source_publisher,
    title: cells.source_title,
    url: cells.source_url,
    date: readSourceDate(cells.source_date ?? '', row, issues),
    ...UNGRADED,
  };
  const second = { publisher: hostOf(cells.source2_url), title: '', url: cells.source2_url, date: null, ...UNGRADED };
  return [
    ...checkSource(first, 'source_url', row, issues),
    ...(cells.source2_url === '' ? [] : checkSource(second, 'source2_url', row, issues)),
  ];
}

function readSourceDate(text: string, row: CsvRow, issues: RowIssue[]): string | null {
  if (parseDay(text) !== null) return text;
  if (!PARTIAL_DATE.test(text)) {
    issues.push(issueAt(row, 'source_date', text, 'is a date YYYY-MM-DD, YYYY-MM or YYYY, or blank'));
  }
  return null;
}

function checkSource(source: Source, field: string, row: CsvRow, issues: RowIssue[]): Source[] {
  const result = sourceSchema.safeParse(source);
  if (result.success) return [result.data];
  const isAddress = result.error.issues.some(({ path }) => path[0] === 'url');
  issues.push(issueAt(row, field, source.url, isAddress ? 'is no web address' : 'has a source with too long a text'));
  return [];
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}
