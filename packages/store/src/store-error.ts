/**
 * Everything that can go wrong in a store, as a closed set:
 * - `directory-locked`: another process has the data directory open
 * - `directory-unusable`: the data directory cannot be created, read or opened as a database
 * - `unreachable`: no connection to the PostgreSQL server, or it was lost
 * - `disk-full`: too little free space to write; reading still works
 * - `hung`: no answer within the limit; the embedded engine was stopped and starts again with the next call
 * - `stopped`: the embedded engine ended by itself; it starts again with the next call
 * - `version`: the database's migrations are not those of this code
 * - `not-empty`: a portfolio or a backup can only be loaded into an empty store
 * - `backup-unusable`: a backup's file is no backup, is cut off or was altered, or is of a newer program
 * - `invalid-record`: the database refuses a record's content
 * - `stale`: what was to be changed has changed meanwhile (always a StaleError)
 * - `taken`: a new record has the id, or the content, of one that is there
 * - `key-reused`: a create under an idempotency key that stands for another create
 * - `closed`: the store was closed
 * - `query-failed`: the database reports an error that is none of these
 *
 * After `hung`, `stopped` and `unreachable` it is not known whether a write under way was committed.
 */
export type StoreErrorCode =
  | 'directory-locked'
  | 'directory-unusable'
  | 'unreachable'
  | 'disk-full'
  | 'hung'
  | 'stopped'
  | 'version'
  | 'not-empty'
  | 'backup-unusable'
  | 'invalid-record'
  | 'stale'
  | 'taken'
  | 'key-reused'
  | 'closed'
  | 'query-failed';

/** The only error that a store throws. `cause` holds what the driver said, where there is one. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/** `stale`: which records have another version than was expected. */
export class StaleError extends StoreError {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super('stale', `changed meanwhile: ${ids.join(', ')}`);
    this.ids = ids;
  }
}

/** Turns whatever a driver threw into a StoreError; one that is already a StoreError stays as it is. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = messageOf(error);
  const code = storeErrorCode(sqlStateOf(error), message);
  return new StoreError(code, `${PREFIX[code] ?? 'the database reports'}: ${message}`, error);
}

const PREFIX: Partial<Record<StoreErrorCode, string>> = {
  unreachable: 'the PostgreSQL server cannot be reached',
  'disk-full': 'the disk of the database is full',
  hung: 'the database took too long',
  'invalid-record': 'the database refuses the record',
};

/** By SQLSTATE (PostgreSQL manual, appendix A), by Node's system error code, or by the driver's own words. */
function storeErrorCode(sqlState: string, message: string): StoreErrorCode {
  if (sqlState === '53100' || sqlState === 'ENOSPC') return 'disk-full';
  if (sqlState === '57014') return 'hung';
  if (
    /^(08|28|3D|57P|53300)/.test(sqlState) ||
    /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|ETIMEDOUT|ENOENT)/.test(sqlState)
  ) {
    return 'unreachable';
  }
  if (/^(22|23)/.test(sqlState)) return 'invalid-record';
  if (/connection (terminated|ended)|timeout exceeded when trying to connect|timeout expired/i.test(message)) {
    return 'unreachable';
  }
  return /pool after calling end|driver has already been destroyed/i.test(message) ? 'closed' : 'query-failed';
}

function sqlStateOf(error: unknown): string {
  if (error instanceof AggregateError) return sqlStateOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A refused TCP connection is an AggregateError with an empty message; its parts say what happened. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
