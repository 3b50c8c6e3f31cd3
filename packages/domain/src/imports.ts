/**
 * - `reading`: the file is read and compared; nothing of it is in the record
 * - `reported`: what it would bring is known
 * - `committing`, `committed`: it is brought in, a revision for each piece
 * - `cancelling`, `cancelled`: given up; what was in is taken back
 * - `undoing`, `undone`: taken back after it was in
 * - `failed`: it could not be read or brought in; nothing of it is in the record
 */
export const IMPORT_STATES = [
  'reading',
  'reported',
  'committing',
  'committed',
  'undoing',
  'undone',
  'cancelling',
  'cancelled',
  'failed',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** In which a process works on it. */
export const RUNNING_IMPORT_STATES = [
  'reading',
  'committing',
  'undoing',
  'cancelling',
] as const satisfies readonly ImportState[];

/** What becomes of the records of a file. */
export const IMPORT_COUNTS = ['new', 'changed', 'unchanged', 'duplicate', 'rejected', 'conflict', 'deleted'] as const;
/** Each record is counted once. */
export type ImportCounts = Readonly<Record<(typeof IMPORT_COUNTS)[number], number>>;

/** How many records a commit brings or changes, without those that it counts as duplicates. */
export function broughtBy(counts: ImportCounts): number {
  return counts.new + counts.changed + counts.conflict + counts.deleted;
}

/**
 * - `rejected`: the row gave no record
 * - `note`: the record is not, or not as precisely, what the row says
 * - `duplicate`: the record looks like another that stands
 * - `conflict`: changed by people and by the source since; people's stands
 * - `kept`: not taken back, since somebody changed it after it came
 * - `deleted`: the source took the record back; it is retracted
 */
export const IMPORT_ISSUE_KINDS = ['rejected', 'conflict', 'duplicate', 'deleted', 'note', 'kept'] as const;
export type ImportIssueKind = (typeof IMPORT_ISSUE_KINDS)[number];
