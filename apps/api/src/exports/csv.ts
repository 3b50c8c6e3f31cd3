import { type Claim, CSV_BOM, type CsvCell, formatCsvRow, type Range, type Source } from '@corridor/domain';
import type { IncidentRecord } from '../incident-record.ts';

/**
 * One line for each incident. What the export states of itself stands in the response's headers and its file name:
 * comment lines at the top would become rows in a spreadsheet. Licence and revision are columns of every row.
 */
const COLUMNS: readonly (readonly [name: string, cell: (record: IncidentRecord) => CsvCell])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['summary', ({ summary }) => summary],
  ['start', ({ occurred }) => occurred.start],
  ['end', ({ occurred }) => occurred.end],
  ['datePrecision', ({ occurred }) => occurred.precision],
  ['eventType', ({ eventType }) => eventType],
  ['subEventType', ({ subEventType }) => subEventType],
  ['actors', ({ actors }) => actors.map(({ name }) => name).join('; ')],
  ['actorClaims', ({ actors }) => actors.map(({ claim }) => claim).join('; ')],
  ['target', ({ target }) => target],
  ['targetType', ({ targetType }) => targetType],
  ['targetedSites', ({ targetedSites }) => targetedSites.join('; ')],
  ['projectSite', ({ projectSite }) => projectSite],
  ['place', ({ place }) => place.name],
  ['province', ({ place }) => place.province],
  ['district', ({ place }) => place.district],
  ['latitude', ({ place }) => place.latitude],
  ['longitude', ({ place }) => place.longitude],
  ['placePrecision', ({ place }) => place.precision],
  ...rangeColumns('killed', ({ casualties }) => casualties.killed),
  ...rangeColumns('wounded', ({ casualties }) => casualties.wounded),
  ...rangeColumns('abducted', ({ casualties }) => casualties.abducted),
  ...rangeColumns('attackersKilled', ({ casualties }) => casualties.attackersKilled),
  ...rangeColumns('chineseKilled', ({ casualties }) => casualties.chineseKilled),
  ...rangeColumns('chineseWounded', ({ casualties }) => casualties.chineseWounded),
  ['severity', ({ severity }) => severity],
  ['status', ({ status }) => status],
  ['grade', ({ grade }) => gradeText(grade)],
  ['chinese', ({ chinese }) => chinese],
  ['summarisesDay', ({ summarisesDay }) => summarisesDay],
  ['sources', ({ sources }) => sources.map(({ url }) => url).join(' ')],
  ['publishers', ({ sources }) => sources.map(({ publisher }) => publisher).join('; ')],
  ['sourceGrades', ({ sources }) => sources.map(({ grade }) => gradeText(grade)).join('; ')],
  ['sourcesBasedOn', ({ sources }) => sources.map(({ basedOn }) => basedOn).join('; ')],
  ['claims', ({ claims }) => claims.map(claimText).join('; ')],
  ['notes', ({ notes }) => notes],
  ['origin', ({ origin }) => origin],
  ['licence', ({ licence }) => licence],
  ['version', ({ version }) => version],
  ['revision', ({ revision }) => revision],
];

function gradeText(grade: Source['grade']): string {
  return grade === null ? '' : `${grade.reliability}${grade.credibility}`;
}

function claimText({ by, kind, toll: { low, best, high } }: Claim): string {
  return `${kind} ${low === high ? best : `${low}-${best}-${high}`} (${by})`;
}

function rangeColumns(name: string, range: (record: IncidentRecord) => Range | null) {
  return (['Low', 'Best', 'High'] as const).map((part) => {
    const key = part === 'Low' ? 'low' : part === 'Best' ? 'best' : 'high';
    return [`${name}${part}`, (record: IncidentRecord): CsvCell => range(record)?.[key] ?? null] as const;
  });
}

/** UTF-8 with a byte order mark and CRLF, as spreadsheets expect; an unknown figure is an empty cell, never 0. */
export async function* writeCsv(batches: AsyncIterable<readonly IncidentRecord[]>): AsyncGenerator<string> {
  yield CSV_BOM + formatCsvRow(COLUMNS.map(([name]) => name));
  for await (const records of batches) {
    yield records.map((record) => formatCsvRow(COLUMNS.map(([, cell]) => cell(record)))).join('');
  }
}
