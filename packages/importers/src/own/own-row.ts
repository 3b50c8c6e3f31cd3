import {
  ALL_SUB_EVENT_TYPES,
  DATE_PRECISIONS,
  EVENT_TYPES,
  GRADES,
  PLACE_PRECISIONS,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';
import {
  CellFault,
  type CellReader,
  codeCell,
  countCell,
  degreesCell,
  isoDateCell,
  type RowOf,
  requiredCell,
  rowReader,
} from '../cells.ts';

/** The export puts an apostrophe before what a spreadsheet would run as a formula. */
const ownText = (text = ''): string => (/^'(\s*[=+\-@]|[\t\r])/.test(text) ? text.slice(1) : text);

const NO_GRADE = new CellFault('must be an Admiralty grade, A1 to F6');
const KNOWN_GRADES: ReadonlySet<string> = new Set(GRADES);
const gradeCell: CellReader<string> = (text = '') => (KNOWN_GRADES.has(text) ? text : NO_GRADE);

const TOLLS = ['killed', 'wounded', 'abducted', 'attackersKilled', 'chineseKilled', 'chineseWounded'] as const;
type TollColumn = `${(typeof TOLLS)[number]}${'Low' | 'Best' | 'High'}`;

/** Three columns for each toll. */
const tollColumns: Readonly<Record<TollColumn, typeof countCell>> = {
  killedLow: countCell,
  killedBest: countCell,
  killedHigh: countCell,
  woundedLow: countCell,
  woundedBest: countCell,
  woundedHigh: countCell,
  abductedLow: countCell,
  abductedBest: countCell,
  abductedHigh: countCell,
  attackersKilledLow: countCell,
  attackersKilledBest: countCell,
  attackersKilledHigh: countCell,
  chineseKilledLow: countCell,
  chineseKilledBest: countCell,
  chineseKilledHigh: countCell,
  chineseWoundedLow: countCell,
  chineseWoundedBest: countCell,
  chineseWoundedHigh: countCell,
};

/** A row of our own CSV export. What it derives of a record (severity, chinese) and counts (version, revision) is not read. */
export const readOwnRow = rowReader({
  id: requiredCell,
  title: ownText,
  summary: ownText,
  start: isoDateCell,
  end: isoDateCell,
  datePrecision: codeCell(DATE_PRECISIONS),
  eventType: codeCell(EVENT_TYPES),
  subEventType: codeCell(ALL_SUB_EVENT_TYPES),
  actors: ownText,
  actorClaims: ownText,
  target: ownText,
  targetType: codeCell(TARGET_TYPES),
  targetedSites: ownText,
  projectSite: ownText,
  place: ownText,
  province: ownText,
  district: ownText,
  latitude: degreesCell,
  longitude: degreesCell,
  placePrecision: codeCell(PLACE_PRECISIONS),
  ...tollColumns,
  status: codeCell(STATUSES),
  grade: gradeCell,
  summarisesDay: codeCell(['true', 'false']),
  sources: ownText,
  publishers: ownText,
  sourceGrades: ownText,
  sourcesBasedOn: ownText,
  claims: ownText,
  notes: ownText,
  origin: requiredCell,
  licence: requiredCell,
});
export type OwnRow = RowOf<typeof readOwnRow>;
