import {
  type ActorClaim,
  type DatePrecision,
  dayOf,
  type EventType,
  foldText,
  type Incident,
  isoOf,
  nextUnit,
  type PlacePrecision,
  type RowIssue,
  SUB_EVENT_TYPES,
  type SubEventType,
  startOfUnit,
  type TargetType,
} from '@corridor/domain';
import type { ImportContext, MappedRow } from '../import-context.ts';
import { isForeign } from '../is-foreign.ts';
import { placeOf } from '../place-of.ts';
import { issueAt, type SourceRow } from '../source-row.ts';
import { NO_TOLLS, onOneLine, toRecord, unstated } from '../to-record.ts';
import { unclassedTarget } from '../unclassed-target.ts';
import { type AcledRow, readAcledRow } from './acled-row.ts';
import { claimInNotes } from './claim-in-notes.ts';

export const ACLED_ORIGIN = 'acled';
/** ACLED's terms of use: rows may not be passed on. */
export const ACLED_LICENCE = 'ACLED terms of use (restricted)';

const COLUMNS = { province: 'admin1', district: 'admin2', latitude: 'latitude', longitude: 'longitude' };

/**
 * A row of an ACLED export as a record. `fatalities` is ACLED's lowest figure for all sides, 0 where none is known; it says
 * nothing of the wounded. Associated actors are actors; civilians are who was hit, not who did it; whether a group claimed or
 * denied it is read in the notes. A row with a `deleted_timestamp`, which only ACLED's API gives, says that ACLED deleted the
 * event.
 */
export function mapAcled(row: SourceRow, context: ImportContext): MappedRow {
  if (row.cells.deleted_timestamp?.trim()) return deletedBy(row);
  const issues: RowIssue[] = [];
  const cells = readAcledRow(row, issues);
  if (!cells || isForeign(row, ['country', 'iso', 'iso3'], context, issues)) return { record: null, issues };
  const type = typeOf(cells, row, issues);
  const place = placeOf(
    {
      name: onOneLine(cells.location),
      latitude: cells.latitude,
      longitude: cells.longitude,
      province: cells.admin1,
      district: cells.admin2,
      precision: precisionOf(cells),
      columns: COLUMNS,
    },
    row,
    context,
    issues,
  );
  if (!type || !place) return { record: null, issues };
  const target = targetOf(cells);
  const record: Incident = {
    id: acledId(cells.event_id_cnty),
    title: titleOf(cells),
    summary: cells.notes,
    occurred: occurredOf(cells),
    ...type,
    actors: actorsOf(cells, context),
    target,
    targetType: targetTypeOf(target, cells, row, issues),
    place,
    casualties: { ...NO_TOLLS, killed: killedOf(cells) },
    notes: notesOf(cells),
    origin: ACLED_ORIGIN,
    licence: ACLED_LICENCE,
    ...unstated(),
  };
  return toRecord(row, record, issues, columnOf);
}

function deletedBy(row: SourceRow): MappedRow {
  const event = row.cells.event_id_cnty?.trim() ?? '';
  if (event === '') return { record: null, issues: [issueAt(row, 'event_id_cnty', event, 'must not be blank')] };
  return { record: null, issues: [], deleted: { id: acledId(event), origin: ACLED_ORIGIN } };
}

/** The id of the record of an ACLED event. */
function acledId(event: string): string {
  return `acled-${event.toLowerCase().replaceAll(' ', '')}`;
}

function typeOf(
  { event_type, sub_event_type }: AcledRow,
  row: SourceRow,
  issues: RowIssue[],
): Pick<Incident, 'eventType' | 'subEventType'> | null {
  const eventType = EVENT_TYPE_BY_NAME.get(foldText(event_type));
  if (!eventType) {
    issues.push(issueAt(row, 'event_type', event_type, 'is no event type of ACLED'));
    return null;
  }
  const known: readonly SubEventType[] = SUB_EVENT_TYPES[eventType];
  const subEventType = known.find((name) => foldText(name) === foldText(sub_event_type));
  if (subEventType) return { eventType, subEventType };
  issues.push(issueAt(row, 'sub_event_type', sub_event_type, `is no sub-event type of ${eventType}`));
  return null;
}

const EVENT_TYPE_BY_NAME: ReadonlyMap<string, EventType> = new Map(
  ([...Object.keys(SUB_EVENT_TYPES)] as readonly EventType[]).map((name) => [foldText(name), name]),
);

/** `time_precision` 2 is a day in the middle of a week or weekend, 3 one within a month. */
function occurredOf({ event_date, time_precision }: AcledRow): Incident['occurred'] {
  const day = dayOf(event_date);
  if (time_precision === '1') return { start: event_date, end: event_date, precision: 'day' satisfies DatePrecision };
  if (time_precision === '2') return { start: isoOf(day - 3), end: isoOf(day + 3), precision: 'week' };
  return { start: isoOf(startOfUnit(day, 'month')), end: isoOf(nextUnit(day, 'month') - 1), precision: 'month' };
}

/**
 * `geo_precision` 3 is a larger region whose point is a natural feature or the provincial capital: all that is sure is the
 * province, unless the location itself is called a district.
 */
function precisionOf({ geo_precision, location }: AcledRow): PlacePrecision {
  if (geo_precision === '1') return 'place';
  if (geo_precision === '2') return 'near-place';
  return /\b(district|agency)$/i.test(location) ? 'district' : 'province';
}

/** Text by default, a digit where the export was asked for numbers (ACLED codebook). */
const INTER: ReadonlyMap<string, number> = new Map([
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((code) => [String(code), code] as const),
  ['', 0],
  ['state forces', 1],
  ['rebel group', 2],
  ['rebel groups', 2],
  ['rebel forces', 2],
  ['political militia', 3],
  ['political militias', 3],
  ['identity militia', 4],
  ['identity militias', 4],
  ['rioters', 5],
  ['protesters', 6],
  ['civilians', 7],
  ['external/other forces', 8],
  ['external forces', 8],
  ['other forces', 8],
]);

const [STATE, RIOTERS, CIVILIANS, EXTERNAL] = [1, 5, 7, 8];

function targetOf({ actor2, assoc_actor_2 }: AcledRow): string {
  return [actor2, ...assoc_actor_2]
    .filter((name) => name !== '')
    .join('; ')
    .slice(0, 500);
}

/** By the kind of the second actor: the table in docs/import-mappings.md. */
function targetTypeOf(target: string, { inter2 }: AcledRow, row: SourceRow, issues: RowIssue[]): TargetType {
  const kind = INTER.get(inter2.toLowerCase());
  if (/\(China\)|\bChinese\b/.test(target)) return 'chinese-nationals';
  if (kind === undefined) {
    return unclassedTarget(row, 'inter2', inter2, 'is no kind of actor of ACLED (0 to 8, or its name)', issues);
  }
  if (kind === STATE || kind === EXTERNAL) return 'security-forces';
  if (kind === 0) return unclassedTarget(row, 'inter2', inter2, 'names no other side', issues);
  if (kind < RIOTERS) return unclassedTarget(row, 'inter2', inter2, 'has no class of ours', issues);
  if (/\bjournalists?\b/i.test(target)) return 'media-other';
  return /\bGovernment of\b/.test(target) ? 'government' : 'civilians';
}

function actorsOf(cells: AcledRow, { names }: ImportContext): Incident['actors'] {
  const isHit = INTER.get(cells.inter2.toLowerCase()) === CIVILIANS;
  const found = [cells.actor1, ...cells.assoc_actor_1, ...(isHit ? [] : [cells.actor2, ...cells.assoc_actor_2])];
  const namesOf = new Map<string, string[]>();
  for (const written of found) {
    if (written === '') continue;
    const name = names.actor(written);
    namesOf.set(name, [...(namesOf.get(name) ?? [name]), written]);
  }
  return [...namesOf].map(([name, all]) => ({ name, claim: claimOf(name, all, cells) }));
}

function claimOf(name: string, names: readonly string[], { notes }: AcledRow): ActorClaim {
  if (/^Unidentified\b/i.test(name)) return 'unknown';
  return claimInNotes(notes, names) ?? 'attributed';
}

function killedOf({ fatalities }: AcledRow): Incident['casualties']['killed'] {
  return fatalities === null ? null : { low: fatalities, best: fatalities, high: fatalities };
}

function titleOf({ sub_event_type, actor1, actor2, location }: AcledRow): string {
  const sides = [actor1, actor2].filter((name) => name !== '').join(' – ');
  return onOneLine(`${sub_event_type}, ${location}${sides === '' ? '' : `: ${sides}`}`).slice(0, 500);
}

/** Sources are named without an address, so that they cannot be sources of the record. */
function notesOf({ source, source_scale, tags, civilian_targeting, admin3, fatalities }: AcledRow): string {
  return [
    source.length > 0 ? `Sources: ${source.join('; ')}${source_scale === '' ? '' : ` (${source_scale})`}` : '',
    tags.length > 0 ? `Tags: ${tags.join('; ')}` : '',
    civilian_targeting,
    admin3 === '' ? '' : `Admin 3: ${admin3}`,
    fatalities ? 'Killed counts all sides, by the lowest report' : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function columnOf(part: string, detail: string): string {
  if (part === 'place') return detail === 'name' || detail === '' ? 'location' : detail;
  return FIELD_COLUMNS[part] ?? part;
}

const FIELD_COLUMNS: Readonly<Record<string, string>> = {
  id: 'event_id_cnty',
  title: 'location',
  summary: 'notes',
  occurred: 'event_date',
  actors: 'actor1',
  target: 'actor2',
  casualties: 'fatalities',
};
