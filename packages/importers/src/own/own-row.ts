import {
  DATE_PRECISIONS,
  EVENT_TYPES,
  GRADES,
  isoDateSchema,
  PLACE_PRECISIONS,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';
import { z } from 'zod';
import { countCell, degreesCell, requiredCell } from '../cells.ts';

/** The export puts an apostrophe before what a spreadsheet would run as a formula. */
const ownText = z
  .string()
  .default('')
  .transform((text) => (/^'(\s*[=+\-@]|[\t\r])/.test(text) ? text.slice(1) : text));

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
export const ownRowSchema = z.object({
  id: requiredCell,
  title: ownText,
  summary: ownText,
  start: isoDateSchema,
  end: isoDateSchema,
  datePrecision: z.enum(DATE_PRECISIONS),
  eventType: z.enum(EVENT_TYPES),
  subEventType: z.string(),
  actors: ownText,
  actorClaims: ownText,
  target: ownText,
  targetType: z.enum(TARGET_TYPES),
  targetedSites: ownText,
  projectSite: ownText,
  place: ownText,
  province: ownText,
  district: ownText,
  latitude: degreesCell,
  longitude: degreesCell,
  placePrecision: z.enum(PLACE_PRECISIONS),
  ...tollColumns,
  status: z.enum(STATUSES),
  grade: z.string().refine((text) => GRADES.some((grade) => grade === text), 'is an Admiralty grade, A1 to F6'),
  summarisesDay: z.enum(['true', 'false']),
  sources: ownText,
  publishers: ownText,
  sourceGrades: ownText,
  sourcesBasedOn: ownText,
  claims: ownText,
  notes: ownText,
  origin: requiredCell,
  licence: requiredCell,
});
export type OwnRow = z.infer<typeof ownRowSchema>;
