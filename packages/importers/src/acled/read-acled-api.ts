import { dayOf, isoOf } from '@corridor/domain';
import { z } from 'zod';
import { ApiFault, type ApiFetch, type Clock } from '../api/api-fetch.ts';
import { type ApiBatch, type ApiRow, readApiRows, refuseRepetition } from '../api/api-rows.ts';
import { type AcledCredentials, type AcledSession, createAcledSession } from './acled-session.ts';

const EVENT_COLUMNS = [
  ...[
    'event_id_cnty',
    'event_date',
    'year',
    'time_precision',
    'disorder_type',
    'event_type',
    'sub_event_type',
    'actor1',
  ],
  ...['assoc_actor_1', 'inter1', 'actor2', 'assoc_actor_2', 'inter2', 'interaction', 'civilian_targeting', 'iso'],
  ...['region', 'country', 'admin1', 'admin2', 'admin3', 'location', 'latitude', 'longitude', 'geo_precision'],
  ...['source', 'source_scale', 'notes', 'fatalities', 'tags', 'timestamp'],
];
const DELETION_COLUMNS = ['event_id_cnty', 'deleted_timestamp'];
/** Of the rows: those of an export, and when ACLED deleted the event, which is blank but in rows of deletions. */
export const ACLED_API_COLUMNS: readonly string[] = [...EVENT_COLUMNS, 'deleted_timestamp'];

/** ACLED has no event before. */
const FIRST_DAY = dayOf('1997-01-01');
const [FIRST_SPAN, LONGEST_SPAN] = [366, 40_000];
/** Seconds. */
const OVERLAP = 7 * 86_400;

const whole = z.number().int();
/** Where the reading stands; to be kept as JSON. Null begins at ACLED's first event. */
export const acledCursorSchema = z.strictObject({
  /** What ACLED changed and deleted from here on is asked for; seconds since 1970, 0 for all events. */
  since: whole.min(0),
  /** When this reading began, seconds since 1970; 0 before. */
  startedAt: whole.min(0),
  /** What is read next: events first, then what was deleted. */
  part: z.enum(['read', 'deleted']),
  /** The first day and the days of the span of events that is read next. */
  fromDay: whole.min(FIRST_DAY).max(LONGEST_SPAN * 2),
  days: whole.min(1).max(LONGEST_SPAN),
  /** Of deletions, from 1. */
  page: whole.min(1),
});
export type AcledCursor = z.infer<typeof acledCursorSchema>;

export interface AcledApiOptions {
  readonly credentials: AcledCredentials;
  /** As ACLED names it. */
  readonly country: string;
  readonly cursor: AcledCursor | null;
  /** Whether a first reading asks for deletions too: there is nothing to delete where no event of ACLED is known. */
  readonly knowsEvents: boolean;
  readonly clock: Clock;
  readonly address?: string;
  readonly tokenAddress?: string;
  /** Rows of an answer, as many as ACLED gives at most. */
  readonly pageSize?: number;
}

const SOURCE = 'ACLED';
const answerSchema = z.object({ data: z.unknown() });

/**
 * The events of a country from ACLED's API with the user's own credentials, a batch for each answer, then the ids of what was
 * deleted, in every country. Throws an ApiFault, after which the cursor of the last batch goes on where it stopped.
 *
 * ACLED is changed while it is read, and a page number counts rows that move: an event that is deleted moves all after it
 * up, and one of them from the page that is read next to the page before. So events are read by spans of days, each in one
 * answer; a span that fills its answer is halved. What changes meanwhile has a timestamp after the start, and is read the
 * next time, which asks from a week before this start on: no row's timestamp is trusted to be the last, and clocks may differ.
 * So rows come twice, and are to be taken as they are the second time too. Rows of deletions never move to earlier pages.
 */
export async function* readAcledApi(options: AcledApiOptions, fetch: ApiFetch): AsyncGenerator<ApiBatch<AcledCursor>> {
  const { clock, country, credentials, knowsEvents, pageSize = 5_000 } = options;
  const { address = 'https://acleddata.com/api', tokenAddress = 'https://acleddata.com/oauth/token' } = options;
  const session = createAcledSession(tokenAddress, credentials, fetch, clock);
  let cursor = begun(options.cursor ?? beginningAt(0), Math.floor(clock.now() / 1_000));
  let before: readonly ApiRow[] = [];
  for (let isLast = false; !isLast; ) {
    const page = await readPage(session, `${address}/${queryOf(cursor, country, pageSize)}`);
    const isFull = page.length >= pageSize;
    if (cursor.part === 'read' && isFull) {
      cursor = halved(cursor);
      continue;
    }
    refuseRepetition(SOURCE, page, before);
    before = page;
    const rows = page.map((row) => picked(row, cursor.part === 'read' ? EVENT_COLUMNS : DELETION_COLUMNS));
    const asksDeletions = cursor.since > 0 || knowsEvents;
    isLast = cursor.part === 'read' ? isPastLastDay(cursor) && !asksDeletions : !isFull;
    cursor = isLast ? beginningAt(cursor.startedAt - OVERLAP) : following(cursor, page.length < pageSize / 4);
    yield { rows, cursor, isLast };
  }
}

/** The beginning of a reading. What changed lately is mostly few events, whatever their days. */
function beginningAt(since: number): AcledCursor {
  const days = since === 0 ? FIRST_SPAN : LONGEST_SPAN;
  return { since, startedAt: 0, part: 'read', fromDay: FIRST_DAY, days, page: 1 };
}

function begun(cursor: AcledCursor, now: number): AcledCursor {
  return cursor.startedAt === 0 ? { ...cursor, startedAt: now } : cursor;
}

function halved(cursor: AcledCursor): AcledCursor {
  if (cursor.days > 1) return { ...cursor, days: Math.floor(cursor.days / 2) };
  throw new ApiFault('unexpected', `${SOURCE} has more events on ${isoOf(cursor.fromDay)} than one answer holds`);
}

/** A country may have a day more than we. */
function isPastLastDay({ days, fromDay, startedAt }: AcledCursor): boolean {
  return fromDay + days > Math.floor(startedAt / 86_400) + 1;
}

function following(cursor: AcledCursor, isSparse: boolean): AcledCursor {
  if (cursor.part === 'deleted') return { ...cursor, page: cursor.page + 1 };
  if (isPastLastDay(cursor)) return { ...cursor, part: 'deleted', page: 1 };
  const days = isSparse ? Math.min(cursor.days * 2, LONGEST_SPAN) : cursor.days;
  return { ...cursor, fromDay: cursor.fromDay + cursor.days, days };
}

function queryOf({ days, fromDay, page, part, since }: AcledCursor, country: string, limit: number): string {
  const column = part === 'read' ? 'timestamp' : 'deleted_timestamp';
  const span = `${isoOf(fromDay)}|${isoOf(fromDay + days - 1)}`;
  const where: Readonly<Record<string, string | number>> = {
    _format: 'json',
    ...(part === 'read' ? { country, event_date: span, event_date_where: 'BETWEEN' } : {}),
    ...(since === 0 ? {} : { [column]: since, [`${column}_where`]: '>=' }),
    limit,
    page: part === 'read' ? 1 : page,
  };
  const query = Object.entries(where).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${part === 'read' ? 'acled' : 'deleted'}/read?${query.join('&')}`;
}

async function readPage(session: AcledSession, address: string): Promise<readonly ApiRow[]> {
  const answer = answerSchema.safeParse(await session.get(address));
  if (!answer.success) throw new ApiFault('unexpected', `${SOURCE} answers without data`);
  return readApiRows(SOURCE, answer.data.data);
}

function picked(row: ApiRow, columns: readonly string[]): ApiRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? '']));
}
