import { CASUALTY_KINDS, type CasualtyKind, type RowIssue } from '@corridor/domain';
import type { ImportContext, MappedRow } from '../import-context.ts';
import { positionFault } from '../position-fault.ts';
import { issueAt, type SourceRow } from '../source-row.ts';
import { parseRecord } from '../to-record.ts';
import { type OwnRow, readOwnRow } from './own-row.ts';

/**
 * A row of our own CSV export as the record that it was made of, but for what the export leaves out: titles and dates of
 * sources, and the notes and addresses of claims. Its origin, licence and status are those of the row.
 */
export function mapOwn(row: SourceRow, context: ImportContext): MappedRow {
  const issues: RowIssue[] = [];
  const cells = readOwnRow(row, issues);
  if (!cells || !isKnownPlace(cells, row, context, issues)) return { record: null, issues };
  const record = {
    id: cells.id,
    title: cells.title,
    summary: cells.summary,
    occurred: { start: cells.start, end: cells.end, precision: cells.datePrecision },
    eventType: cells.eventType,
    subEventType: cells.subEventType,
    actors: zipped(row, issues, ['actors', listOf(cells.actors)], ['actorClaims', listOf(cells.actorClaims)]).map(
      ([name, claim]) => ({ name, claim }),
    ),
    target: cells.target,
    targetType: cells.targetType,
    place: {
      name: cells.place,
      province: cells.province === '' ? null : cells.province,
      district: cells.district === '' ? null : cells.district,
      latitude: cells.latitude,
      longitude: cells.longitude,
      precision: cells.placePrecision,
    },
    casualties: Object.fromEntries(CASUALTY_KINDS.map((kind) => [kind, tollOf(cells, kind)])),
    claims: claimsOf(cells, row, issues),
    sources: sourcesOf(cells, row, issues),
    grade: gradeOf(cells.grade),
    status: cells.status,
    targetedSites: listOf(cells.targetedSites),
    projectSite: cells.projectSite,
    notes: cells.notes,
    summarisesDay: cells.summarisesDay === 'true',
    origin: cells.origin,
    licence: cells.licence,
  };
  // What the row holds in lists must fit together; the record must not come out with less than the row says.
  return issues.length > 0 ? { record: null, issues } : parseRecord(row, record, issues, columnOf);
}

function isKnownPlace(cells: OwnRow, row: SourceRow, context: ImportContext, issues: RowIssue[]): boolean {
  const { province, district, latitude, longitude } = cells;
  const fault = positionFault({ latitude, longitude }, context.bounds);
  if (fault !== null) issues.push(issueAt(row, 'latitude', `${latitude ?? ''}, ${longitude ?? ''}`, fault));
  if (province !== '' && context.names.province(province) !== province) {
    issues.push(issueAt(row, 'province', province, 'is no known province'));
  }
  if (district !== '' && !context.names.districts(district).some(({ name }) => name === district)) {
    issues.push(issueAt(row, 'district', district, 'is no known district'));
  }
  return issues.length === 0;
}

function listOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('; ');
}

/** Lists of one length, side by side. */
function zipped(
  row: SourceRow,
  issues: RowIssue[],
  [column, values]: readonly [string, readonly string[]],
  ...others: readonly (readonly [string, readonly string[]])[]
): string[][] {
  for (const [name, other] of others) {
    if (other.length !== values.length) {
      issues.push(
        issueAt(row, name, other.join('; '), `has ${other.length} parts where ${column} has ${values.length}`),
      );
    }
  }
  return values.map((value, index) => [value, ...others.map(([, other]) => other[index] ?? '')]);
}

function tollOf(cells: OwnRow, kind: CasualtyKind) {
  const [low, best, high] = [cells[`${kind}Low`], cells[`${kind}Best`], cells[`${kind}High`]];
  return low === null && best === null && high === null ? null : { low, best, high };
}

function gradeOf(text: string) {
  return { reliability: text.slice(0, 1), credibility: text.slice(1) };
}

function sourcesOf(cells: OwnRow, row: SourceRow, issues: RowIssue[]) {
  const urls = cells.sources === '' ? [] : cells.sources.split(' ');
  const split = (text: string): readonly string[] => (urls.length === 0 && text === '' ? [] : text.split('; '));
  return zipped(
    row,
    issues,
    ['sources', urls],
    ['publishers', split(cells.publishers)],
    ['sourceGrades', split(cells.sourceGrades)],
    ['sourcesBasedOn', split(cells.sourcesBasedOn)],
  ).map(([url, publisher, grade = '', basedOn]) => ({
    url,
    publisher,
    title: '',
    date: null,
    grade: grade === '' ? null : gradeOf(grade),
    basedOn,
  }));
}

const CLAIM = new RegExp(`^(${CASUALTY_KINDS.join('|')}) (\\d+)(?:-(\\d+)-(\\d+))? \\((.*)\\)$`);
const NEXT_CLAIM = new RegExp(`; (?=(?:${CASUALTY_KINDS.join('|')}) \\d)`);

/** `killed 3 (police); killed 10-12-15 (BLA)`. */
function claimsOf({ claims }: OwnRow, row: SourceRow, issues: RowIssue[]) {
  if (claims === '') return [];
  return claims.split(NEXT_CLAIM).map((text) => {
    const [, kind, low = '', best = low, high = low, by] = CLAIM.exec(text) ?? [];
    if (kind === undefined)
      issues.push(issueAt(row, 'claims', text, 'must be a toll with who says so, like: killed 3 (police)'));
    return { kind, toll: { low: Number(low), best: Number(best), high: Number(high) }, by, source: null, note: '' };
  });
}

function columnOf(part: string, detail: string): string {
  if (part === 'place')
    return detail === 'name' || detail === '' ? 'place' : detail === 'precision' ? 'placePrecision' : detail;
  if (part === 'casualties') return `${detail}Best`;
  if (part === 'occurred') return detail === 'end' ? 'end' : 'start';
  return part;
}
