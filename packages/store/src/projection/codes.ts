import {
  ALL_SUB_EVENT_TYPES,
  DATE_PRECISIONS,
  EVENT_TYPES,
  GRADES,
  SEVERITIES,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';

/** What each code of a fact stands for: the value at that position. A test holds these lists to DERIVATION. */
export const CODED_VALUES = {
  date_precision: DATE_PRECISIONS,
  event_type: EVENT_TYPES,
  sub_event_type: ALL_SUB_EVENT_TYPES,
  target_type: TARGET_TYPES,
  severity: SEVERITIES.map(String),
  status: STATUSES,
  grade: GRADES,
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type CodedColumn = keyof typeof CODED_VALUES;

const CODES = new Map(
  Object.entries(CODED_VALUES).map(([column, values]) => [column, new Map(values.map((value, code) => [value, code]))]),
);

/** The code of a value; undefined for one that the vocabulary does not have. */
export function codeOf(column: CodedColumn, value: string): number | undefined {
  return CODES.get(column)?.get(value);
}
