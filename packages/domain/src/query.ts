import { CASUALTY_KINDS, type CasualtyKind } from './casualties.ts';
import type { TimeUnit } from './days.ts';
import type { Filter } from './filter.ts';
import type { Range } from './incident.ts';
import type { BBox } from './portfolio.ts';
import type {
  ActorClaim,
  DatePrecision,
  EventType,
  Grade,
  PlacePrecision,
  Severity,
  Status,
  SubEventType,
  TargetType,
} from './taxonomy.ts';

/** What incidents can be grouped by. `site` and `route` group by whose ring or width an incident lies in. */
export const DIMENSIONS = [
  'type',
  'subType',
  'province',
  'district',
  'actor',
  'targetType',
  'severity',
  'status',
  'grade',
  'chinese',
  'targetedSite',
  'site',
  'route',
] as const;
export type DimensionName = (typeof DIMENSIONS)[number];

export const SORT_KEYS = [
  'date',
  'severity',
  'killed',
  'wounded',
  'title',
  'district',
  'actor',
  'targetType',
  'grade',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}
/** Newest first. Ties are always broken by date (newest first), then id, so that pages never overlap. */
export const DEFAULT_SORT: Sort = { by: 'date', descending: true };

/** One question to the engine: a filter and what to answer for it. What is not asked for is not computed. */
export interface Query {
  readonly filter: Filter;
  readonly timeline?: TimelineRequest;
  readonly groups?: readonly DimensionName[];
  readonly counts?: readonly DimensionName[];
  readonly breakdowns?: readonly BreakdownRequest[];
  readonly bins?: BinsRequest;
  readonly page?: PageRequest;
  readonly surroundings?: SurroundingsRequest;
}

export interface TimelineRequest {
  readonly unit: TimeUnit;
  /** One series for each value of this dimension; one series in all when absent. */
  readonly stackBy?: DimensionName;
  /** What the buckets add up; incidents when absent. Tolls are best estimates, unknown ones add nothing. */
  readonly measure?: TimelineMeasure;
  /** Leave the period out of the filter, so that a brush over the timeline sees all of it. */
  readonly ignorePeriod?: boolean;
}

export const TIMELINE_MEASURES = ['incidents', ...CASUALTY_KINDS] as const;
export type TimelineMeasure = (typeof TIMELINE_MEASURES)[number];

/** Like `counts`, with tolls, dates and a series for each value. */
export interface BreakdownRequest {
  readonly by: DimensionName;
  /** Also a count for each unit between the filter's period (or the data's extent). */
  readonly unit?: TimeUnit;
}

export interface BinsRequest {
  readonly bbox: BBox;
  /** Zoom level of Web Mercator tiles of 256 px; fractions are allowed. */
  readonly zoom: number;
  /** Cell width in screen pixels; 64 when absent. */
  readonly cellPx?: number;
  /** An incident to leave out of the bins because it is drawn on its own. */
  readonly exclude?: string;
}

export interface PageRequest {
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
  /** Only incidents drawn within this box (points by position, districts by their centre). */
  readonly within?: BBox;
  /** Also how far each item is from this site or route. */
  readonly distanceTo?: TargetRef;
  /** Rows that somebody reads: the page begins as much later or earlier as they stand now. */
  readonly held?: HeldRows;
}

/** The most rows that a page is held by. */
export const MAX_HELD = 100;

/** Rows of a list as somebody saw it: ids in their order, the first of which stood at `index`, from 0. */
export interface HeldRows {
  readonly ids: readonly string[];
  readonly index: number;
}

/** A site or a route by its id. */
export interface TargetRef {
  readonly kind: 'site' | 'route';
  readonly id: string;
}

/** The farthest that surroundings go: more than the longest way across the map of a portfolio. */
export const MAX_SURROUNDINGS_KM = 3200;

/** The places around a site or route that hold matched incidents and may lie within a distance of it. */
export interface SurroundingsRequest extends TargetRef {
  readonly withinKm: number;
}

export interface Answer {
  readonly revision: number;
  readonly totals: Totals;
  readonly timeline?: Timeline;
  /** Each dimension under the filter without its own part, as facets show it. */
  readonly groups?: Readonly<Partial<Record<DimensionName, readonly GroupCount[]>>>;
  /** Each dimension under the whole filter, as the map shows it; otherwise like `groups`. */
  readonly counts?: Readonly<Partial<Record<DimensionName, readonly GroupCount[]>>>;
  /** In the order of the request. */
  readonly breakdowns?: readonly Breakdown[];
  readonly bins?: Bins;
  readonly page?: Page;
  /**
   * Nearest first: by least, then greatest distance, then longitude and latitude (places not drawn as a point last), then
   * precision in the order of PLACE_PRECISIONS, then district by code units (unknown last). Empty for an unknown target.
   */
  readonly surroundings?: readonly NearPlace[];
}

/** matched = located + unlocated; located = points + areas. */
export interface Totals {
  readonly matched: number;
  /** Drawn on the map: as a point, or as the area of a district. */
  readonly located: number;
  /** Of the located: known only to their district, drawn as an area. */
  readonly areas: number;
  /** Known only to a province or less: in lists, not on the map. */
  readonly unlocated: number;
  readonly casualties: CasualtyTotals;
  /** With a `site`, `route` or `area` filter: how many of the matched certainly lie inside, and how many may. */
  readonly near: { readonly inside: number; readonly possible: number } | null;
  /** Of the matched: ACLED strategic developments. */
  readonly developments: number;
}

/** Sums over the incidents whose figure is known, and how many incidents have none. */
export interface Toll {
  readonly low: number;
  readonly best: number;
  readonly high: number;
  readonly unknown: number;
}
export type CasualtyTotals = Readonly<Record<CasualtyKind, Toll>>;

/** The sums of every kind, from how to get those of one. */
export function casualtyTotals(tollOf: (kind: CasualtyKind) => Toll): CasualtyTotals {
  return {
    killed: tollOf('killed'),
    wounded: tollOf('wounded'),
    abducted: tollOf('abducted'),
    attackersKilled: tollOf('attackersKilled'),
    chineseKilled: tollOf('chineseKilled'),
    chineseWounded: tollOf('chineseWounded'),
  };
}

export interface Timeline {
  readonly unit: TimeUnit;
  /** First day of each bucket, ISO, gap-free from the first to the last day of the data or of the filter's period. */
  readonly starts: readonly string[];
  readonly series: readonly TimelineSeries[];
  /** Matched incidents dated too roughly for the unit (a month row in a day timeline): in no bucket. */
  readonly imprecise: number;
}
export interface TimelineSeries {
  /** Value of the stacking dimension; null collects incidents without one. */
  readonly key: string | null;
  readonly counts: readonly number[];
}

export interface GroupCount {
  /** The value; null counts incidents that have none (a district that is not known). */
  readonly key: string | null;
  /** For `site` and `route`: certainly inside. Otherwise simply how many. */
  readonly count: number;
  /** For `site` and `route`: possibly inside, not part of `count`. Otherwise 0. */
  readonly possible: number;
}

export interface Breakdown {
  readonly by: DimensionName;
  readonly unit: TimeUnit | null;
  readonly starts: readonly string[];
  readonly rows: readonly BreakdownRow[];
}
export interface BreakdownRow extends GroupCount {
  /** Counts (for site and route: certainly inside) in the order of EVENT_TYPES. */
  readonly byType: readonly number[];
  readonly casualties: CasualtyTotals;
  /** Newest, and gravest (severity, then killed, then newest) of the counted. */
  readonly last: IncidentSummary | null;
  readonly worst: IncidentSummary | null;
  /** One count for each of the breakdown's `starts`; empty without a unit. */
  readonly series: readonly number[];
}

export interface Bins {
  readonly cells: readonly BinCell[];
  /** Incidents known only to their district, for districts that meet the box. */
  readonly areas: readonly BinArea[];
}
export interface BinCell {
  /** Mean position of the cell's incidents. */
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
  /** Counts in the order of EVENT_TYPES. */
  readonly byType: readonly number[];
  /** The incident itself where the cell holds only one. */
  readonly only: IncidentSummary | null;
  /** West, south, east, north of the cell's incidents: what to zoom to. A single point where all share one place. */
  readonly extent: BBox;
}
export interface BinArea {
  readonly district: string;
  readonly count: number;
  readonly byType: readonly number[];
}

export interface Page {
  /** How many there are in all (within the box, where one is given). */
  readonly total: number;
  readonly items: readonly IncidentSummary[];
  /** In the order of `items`, where it was asked; null without a usable place or for an unknown target. */
  readonly distances?: readonly (Distance | null)[];
  /**
   * Where the page begins, for rows that were held: moved as far as the first of them that is still listed, or as asked
   * where none is. Never below 0.
   */
  readonly offset?: number;
}

/** The true distance in kilometres lies between the two, both included. */
export interface Distance {
  readonly minKm: number;
  readonly maxKm: number;
}

/** Matched incidents that agree in all that a map of a target's surroundings shows of their place. */
export interface NearPlace extends Distance {
  /** Degrees; null where the place is not drawn as a point. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly placePrecision: PlacePrecision;
  readonly district: string | null;
  readonly count: number;
  /** Counts in the order of EVENT_TYPES. */
  readonly byType: readonly number[];
}

/** An incident as lists, tables and the map show it. The record itself, with its sources, comes from the API. */
export interface IncidentSummary {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly datePrecision: DatePrecision;
  readonly eventType: EventType;
  readonly subEventType: SubEventType;
  readonly actors: readonly string[];
  readonly actorClaim: ActorClaim;
  readonly targetType: TargetType;
  readonly targetedSites: readonly string[];
  readonly placeName: string;
  readonly province: string | null;
  readonly district: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly placePrecision: PlacePrecision;
  readonly killed: Range | null;
  readonly wounded: Range | null;
  readonly abducted: Range | null;
  readonly attackersKilled: Range | null;
  readonly chineseKilled: Range | null;
  readonly chineseWounded: Range | null;
  readonly severity: Severity;
  readonly status: Status;
  readonly grade: Grade;
  readonly chinese: boolean;
  readonly summarisesDay: boolean;
  readonly origin: string;
}
