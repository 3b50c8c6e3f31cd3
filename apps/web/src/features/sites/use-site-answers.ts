import {
  type Answer,
  DEFAULT_SORT,
  type Filter,
  type IncidentSummary,
  type NearPlace,
  type Query,
} from '@corridor/domain';
import { useMemo } from 'react';
import { type AnswerState, useAnswer } from '../../engine/use-answer.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import type { SiteTimelines } from './count-by-year.ts';
import { type HistoryItem, mergeHistory } from './merge-history.ts';
import type { OpenSite } from './open-site.ts';
import { ringFilters, wideFilters } from './site-filters.ts';
import { siteWindows, WINDOW_DAYS } from './site-windows.ts';

export const NUMBER_KEYS = ['inside', 'possible', 'aimed'] as const;
type Numbers = Readonly<Record<(typeof NUMBER_KEYS)[number], number>>;

export interface SiteNumbers {
  /** The radius that inside and possibly inside refer to. */
  readonly radiusKm: number;
  readonly all: Numbers;
  /** For each of WINDOW_DAYS, then for the 365 days before the last 365. */
  readonly windows: readonly Numbers[];
  readonly lastSevere: IncidentSummary | null;
}

/** What a site's page shows. While it is asked anew, a part is what it was before. */
export interface SiteAnswers {
  readonly places: readonly NearPlace[];
  readonly numbers: SiteNumbers;
  readonly timelines: SiteTimelines;
  readonly history: SiteHistory;
}

/** What is inside or possibly inside, or was aimed at the site, each once. */
export interface SiteHistory {
  readonly total: number;
  readonly radiusKm: number;
  /** The newest of them. */
  readonly items: readonly HistoryItem[];
}

export interface SiteAsked {
  readonly radiusKm: number;
  /** How far from the site places are drawn. */
  readonly reachKm: number;
  /** Last day counted. */
  readonly end: string;
  /** How many incidents of the history are shown. */
  readonly shown: number;
}

export interface SiteAnswered {
  /** Undefined until every part has come. */
  readonly answers: SiteAnswers | undefined;
  readonly failed: AnswerState | undefined;
}

/** Asks for all that the page of a site shows, and no incident beyond. */
export function useSiteAnswers({ kind, site: { id } }: OpenSite, asked: SiteAsked): SiteAnswered {
  const { end, radiusKm, reachKm, shown } = asked;
  const { filter } = useScreenFilter();
  const wide = useMemo(() => wideFilters(filter, id), [filter, id]);
  const ring = useMemo(() => ringFilters(wide, kind, id, radiusKm), [wide, kind, id, radiusKm]);
  const places = useMemo(() => ({ surroundings: { kind, id, withinKm: reachKm } }), [kind, id, reachKm]);
  const listed = useMemo(() => ({ page: { ...NEWEST, limit: shown, distanceTo: { kind, id } } }), [kind, id, shown]);
  const around = useFiltered(wide.around, places);
  const near = useFiltered(ring.near, BY_YEAR);
  const inside = useFiltered(ring.inside, BY_YEAR);
  const aimed = useFiltered(wide.aimed, BY_YEAR);
  const nearAndAimed = useFiltered(ring.nearAndAimed, BY_YEAR);
  const insideAndAimed = useFiltered(ring.insideAndAimed, BY_YEAR);
  // Apart from the counts, which need not wait for texts.
  const nearList = useFiltered(ring.near, listed);
  const aimedList = useFiltered(wide.aimed, listed);
  const severe = useFiltered(ring.severeInside, NEWEST_ONE);
  const nearWindows = useWindows(ring.near, end);
  const aimedWindows = useWindows(wide.aimed, end);
  const counted = [around, near, inside, aimed, nearAndAimed, insideAndAimed, ...nearWindows, ...aimedWindows];
  const all = [...counted, nearList, aimedList, severe];
  const failed = all.find(({ state }) => state.error !== null)?.state;
  if (all.some(({ answer }) => answer === undefined)) return { answers: undefined, failed };
  const timelines = {
    near: near.answer?.timeline,
    inside: inside.answer?.timeline,
    aimed: aimed.answer?.timeline,
    nearAndAimed: nearAndAimed.answer?.timeline,
    insideAndAimed: insideAndAimed.answer?.timeline,
  };
  const numbers = {
    radiusKm: radiusOf(near) ?? radiusKm,
    all: numbersOf(near, aimed),
    windows: nearWindows.map((window, index) => numbersOf(window, aimedWindows[index])),
    lastSevere: severe.answer?.page?.items[0] ?? null,
  };
  const listedKm = radiusOf(nearList) ?? radiusKm;
  const history = {
    total: matched(near) + matched(aimed) - matched(nearAndAimed),
    radiusKm: listedKm,
    items: mergeHistory([nearList.answer?.page, aimedList.answer?.page], id, listedKm, shown),
  };
  return { answers: { places: around.answer?.surroundings ?? [], numbers, timelines, history }, failed };
}

const BY_YEAR = { timeline: { unit: 'year' } } as const;
const NEWEST = { sort: DEFAULT_SORT, offset: 0 } as const;
const NEWEST_ONE = { page: { ...NEWEST, limit: 1 } } as const;

interface Filtered {
  readonly state: AnswerState;
  /** Null where nothing can match; undefined until it has come. */
  readonly answer: Answer | null | undefined;
}

/** No filter stands for one that nothing can match. */
function useFiltered(filter: Filter | null | undefined, parts: Omit<Query, 'filter'>): Filtered {
  const query = useMemo(() => (filter ? { ...parts, filter } : null), [filter, parts]);
  const state = useAnswer(query);
  return { state, answer: query ? state.answer : null };
}

const TOTALS_ONLY = {} as const;

/** Answers for each of WINDOW_DAYS, and for the year before. */
function useWindows(filter: Filter | null, end: string): readonly Filtered[] {
  const windows = useMemo(() => filter && siteWindows(filter, end), [filter, end]);
  const [days30, days90, days365] = WINDOW_DAYS;
  return [
    useFiltered(windows?.last[days30], TOTALS_ONLY),
    useFiltered(windows?.last[days90], TOTALS_ONLY),
    useFiltered(windows?.last[days365], TOTALS_ONLY),
    useFiltered(windows?.yearBefore, TOTALS_ONLY),
  ];
}

function numbersOf(near: Filtered, aimed: Filtered | undefined): Numbers {
  const { inside, possible } = near.answer?.totals.near ?? { inside: 0, possible: 0 };
  return { inside, possible, aimed: aimed?.answer?.totals.matched ?? 0 };
}

function matched({ answer }: Filtered): number {
  return answer?.totals.matched ?? 0;
}

/** The radius that an answer is about. */
function radiusOf({ state }: Filtered): number | undefined {
  return state.query?.filter.radiusKm;
}
