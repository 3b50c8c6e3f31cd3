import {
  type DayNumber,
  DUPLICATE_THRESHOLD,
  type DuplicateScore,
  dayOf,
  type IncidentSummary,
  MAX_DAYS_APART,
  PRECISION_RADIUS_KM,
  SHARED_SOURCE,
  type UnfinishedDraft,
} from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import { areOfOneCurator, type Curators } from './curators.ts';
import { scoreBeside } from './score-beside.ts';

/** Two records that may be of one event, or may be if they share a source. */
export interface Compared extends DuplicateScore {
  /** The later one first. */
  readonly incidents: readonly [IncidentSummary, IncidentSummary];
  /** The score it has if the two share a source. */
  ifSourceShared(): Compared;
}

export interface ComparedPairs {
  readonly pairs: readonly Compared[];
  /** How many scores were computed. */
  readonly scored: number;
  /** The day back to which all were compared. */
  readonly from: DayNumber;
}

/** After how many scores, or pairs, no further day is begun. */
export interface Enough {
  readonly scored: number;
  readonly found: number;
}

const NO_END: Enough = { scored: Infinity, found: Infinity };

/** The first day of whose incidents all neighbours before them are among `rows`, newest first; null without rows. */
export function firstWholeDay(rows: readonly IncidentSummary[], isLast: boolean): DayNumber | null {
  const [newest, oldest] = [rows[0], rows.at(-1)];
  if (!newest || !oldest) return null;
  if (isLast) return dayOf(oldest.start);
  // Of the oldest day some may be missing. Where so many fall on a few days, the newest day is taken as far as it was read.
  return Math.min(dayOf(newest.start), dayOf(oldest.start) + 1 + MAX_DAYS_APART);
}

/**
 * Compares the incidents from a day on with those up to three days before them, and with those before them whose days
 * reach as far, but for pairs whose foreign origin tells them apart. `rows` are newest first. Who runs it in steps lets
 * others have their turn. Ends with the day on which `enough` pairs were scored or found: `from` is then the day after
 * which all was compared.
 */
export function* comparePairs(
  rows: readonly IncidentSummary[],
  from: DayNumber,
  boundaries: Boundaries,
  curators: Curators,
  enough: Enough = NO_END,
): Generator<void, ComparedPairs> {
  const pairs: Compared[] = [];
  let scored = 0;
  const days = rows.map(({ end, start }): Days => ({ first: dayOf(start), last: dayOf(end) }));
  const long = days.flatMap(({ first, last }, index) => (last - first > MAX_DAYS_APART ? [index] : []));
  for (const [index, row] of rows.entries()) {
    const day = days[index]?.first ?? from;
    if (day < from) break;
    const isNewDay = day !== days[index - 1]?.first;
    if (isNewDay && (scored >= enough.scored || pairs.length >= enough.found)) return { pairs, scored, from: day + 1 };
    const draft = asDraft(row);
    for (const place of neighbours(days, index, long)) {
      const other = rows[place];
      if (!other || areOfOneCurator(curators, row.id, other.id) || isFarOff(row, other)) continue;
      scored++;
      const pair = compared([row, other], draft, boundaries, false);
      if (pair.score >= DUPLICATE_THRESHOLD - SHARED_SOURCE) pairs.push(pair);
    }
    yield;
  }
  return { pairs, scored, from };
}

interface Days {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

function* neighbours(days: readonly Days[], index: number, long: readonly number[]): Generator<number> {
  const earliest = (days[index]?.first ?? 0) - MAX_DAYS_APART;
  let next = index + 1;
  while ((days[next]?.first ?? -Infinity) >= earliest) yield next++;
  for (const place of long) {
    if (place >= next && (days[place]?.last ?? 0) >= earliest) yield place;
  }
}

/** Points so far from each other that no score is worth a look. */
function isFarOff(one: IncidentSummary, other: IncidentSummary): boolean {
  const [radius, otherRadius] = [PRECISION_RADIUS_KM[one.placePrecision], PRECISION_RADIUS_KM[other.placePrecision]];
  if (radius === null || otherRadius === null || one.latitude === null || other.latitude === null) return false;
  if (one.longitude === null || other.longitude === null) return false;
  const north = Math.abs(one.latitude - other.latitude);
  const east = Math.abs(one.longitude - other.longitude) * Math.cos((one.latitude * Math.PI) / 180);
  return Math.max(north, east) * KM_PER_DEGREE - radius - otherRadius > FAR_KM;
}

/** A kilometre less than it is, so that nothing near is taken for far. */
const KM_PER_DEGREE = 110;
const FAR_KM = 40;

function compared(
  incidents: Compared['incidents'],
  draft: UnfinishedDraft,
  boundaries: Boundaries,
  isShared: boolean,
): Compared {
  const [, other] = incidents;
  const score = scoreBeside(boundaries, draft, other, isShared);
  return { incidents, ...score, ifSourceShared: () => compared(incidents, draft, boundaries, true) };
}

/** What a list has of an incident, as the draft of one. */
function asDraft(row: IncidentSummary): UnfinishedDraft {
  const { abducted, attackersKilled, chineseKilled, chineseWounded, killed, wounded } = row;
  const { district, latitude, longitude, placeName, placePrecision, province } = row;
  const { eventType, subEventType, summarisesDay, title } = row;
  return {
    ...{ title, eventType, subEventType, summarisesDay },
    occurred: { start: row.start, end: row.end, precision: row.datePrecision },
    actors: row.actors.map((name) => ({ name, claim: row.actorClaim })),
    place: { name: placeName, province, district, latitude, longitude, precision: placePrecision },
    casualties: { killed, wounded, abducted, attackersKilled, chineseKilled, chineseWounded },
  };
}
