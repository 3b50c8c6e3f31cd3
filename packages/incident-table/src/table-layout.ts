import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  CASUALTY_KINDS,
  DATE_PRECISIONS,
  EVENT_TYPES,
  GRADES,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';
import { casualtyColumnName, FIGURES } from './arrow-columns.ts';
import type { ByteColumn } from './assemble-columns.ts';

/** The value of the schema's `layout`, by which a reader knows what to expect. */
export const TABLE_LAYOUT = 'incident-table-2';

/** Byte columns that travel as a dictionary of their vocabulary: their Arrow name and its values by code. */
export const VOCABULARY_FIELDS = {
  datePrecision: ['date_precision', DATE_PRECISIONS],
  type: ['event_type', EVENT_TYPES],
  subType: ['sub_event_type', ALL_SUB_EVENT_TYPES],
  targetType: ['target_type', TARGET_TYPES],
  status: ['status', STATUSES],
  grade: ['grade', GRADES],
  actorClaim: ['actor_claim', ACTOR_CLAIMS],
} as const satisfies Partial<Record<ByteColumn, readonly [string, readonly string[]]>>;

/** The figures of a toll in the order of a table's tolls: `killed_low`, `killed_best` and so on. */
export const TOLL_FIELDS: readonly string[] = CASUALTY_KINDS.flatMap((kind) =>
  FIGURES.map((figure) => casualtyColumnName(kind, figure)),
);
