import { type Incident, incidentSchema, type RowIssue, textFault } from '@corridor/domain';
import type { MappedRow } from './import-context.ts';
import { isSoundRecord } from './is-sound-record.ts';
import { schemaFault } from './schema-fault.ts';
import { issueAt, type SourceRow } from './source-row.ts';

/**
 * What of a record most sources do not have. Null and empty are unknown, never none. Spread it last, unless the mapper has
 * some of it: an object that begins with a spread takes far longer to make, and one is made for each row.
 */
export function unstated() {
  return {
    claims: [],
    sources: [],
    targetedSites: [],
    projectSite: '',
    summarisesDay: false,
    /** Nobody here has judged it yet. */
    grade: { reliability: 'F', credibility: '6' },
    status: 'reported',
  } satisfies Partial<Incident>;
}

export const NO_TOLLS = {
  killed: null,
  wounded: null,
  abducted: null,
  attackersKilled: null,
  chineseKilled: null,
  chineseWounded: null,
} as const;

/** Texts in which lines may end. */
const LONG: ReadonlySet<string> = new Set(['summary', 'notes']);

/** Which column a part of the record was read from, for the issues of what the record cannot hold. */
type ColumnOf = (part: string, detail: string) => string;

/** Checks what a mapper made of a row. */
export function toRecord(row: SourceRow, record: Incident, issues: readonly RowIssue[], columnOf: ColumnOf): MappedRow {
  return isSoundRecord(record)
    ? withSoundTexts(row, record, issues, columnOf)
    : parseRecord(row, record, issues, columnOf);
}

/** The same for what may be anything. */
export function parseRecord(
  row: SourceRow,
  record: unknown,
  issues: readonly RowIssue[],
  columnOf: ColumnOf,
): MappedRow {
  const result = incidentSchema.safeParse(record);
  if (result.success) return withSoundTexts(row, result.data, issues, columnOf);
  const faults = result.error.issues.map((fault) => {
    const [part = '', detail = ''] = fault.path;
    const field = columnOf(String(part), String(detail));
    return issueAt(row, field, row.cells[field] ?? '', schemaFault(fault));
  });
  return { record: null, issues: [...issues, ...faults] };
}

function withSoundTexts(row: SourceRow, record: Incident, issues: readonly RowIssue[], columnOf: ColumnOf): MappedRow {
  const faults = textFaults(record).map(([part, text, reason]) => issueAt(row, columnOf(part, ''), text, reason));
  return faults.length > 0 ? { record: null, issues: [...issues, ...faults] } : { record, issues };
}

/** Characters that nobody could have meant, which a person may not write either. */
function textFaults(record: Incident): (readonly [part: string, text: string, reason: string])[] {
  const texts: (readonly [string, string])[] = [
    ['title', record.title],
    ['summary', record.summary],
    ['target', record.target],
    ['place', record.place.name],
    ['projectSite', record.projectSite],
    ['notes', record.notes],
    ...record.actors.map(({ name }) => ['actors', name] as const),
    ...record.sources.flatMap(({ publisher, title, basedOn }) =>
      [publisher, title, basedOn].map((text) => ['sources', text] as const),
    ),
    ...record.claims.map(({ by }) => ['claims', by] as const),
  ];
  return texts.flatMap(([part, text]) => {
    if (PLAIN.test(text)) return [];
    const reason = textFault(text, LONG.has(part) ? 'text' : 'line');
    return reason === null ? [] : [[part, text, reason] as const];
  });
}

/** Most texts: nothing that could be at fault, and told in a tenth of the time. */
const PLAIN = /^[\x20-\x7e\u00a1-\u024f\u2010-\u2026]*$/;

/** A text on one line, whose cell had several. */
export function onOneLine(text: string): string {
  return /\s[\s]|[\n\r\t]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
