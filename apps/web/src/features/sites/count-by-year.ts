import type { Timeline } from '@corridor/domain';

export interface YearCounts {
  readonly year: string;
  readonly aimed: number;
  readonly inside: number;
  readonly possible: number;
}

/** Timelines by year; undefined where nothing can match. */
export interface SiteTimelines {
  /** Inside or possibly inside, and certainly inside. */
  readonly near: Timeline | undefined;
  readonly inside: Timeline | undefined;
  readonly aimed: Timeline | undefined;
  readonly nearAndAimed: Timeline | undefined;
  readonly insideAndAimed: Timeline | undefined;
}

/** Counts for every year between the first and the last, gap-free, each incident once: aimed at it, else inside, else possibly inside. */
export function countByYear(timelines: SiteTimelines, firstYear: number, lastYear: number): YearCounts[] {
  const [near, inside] = [byYear(timelines.near), byYear(timelines.inside)];
  const [nearAndAimed, insideAndAimed] = [byYear(timelines.nearAndAimed), byYear(timelines.insideAndAimed)];
  const aimed = byYear(timelines.aimed);
  return Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, index) => {
    const year = String(firstYear + index);
    const of = (counts: ReadonlyMap<string, number>) => counts.get(year) ?? 0;
    const insideNotAimed = of(inside) - of(insideAndAimed);
    return {
      year,
      aimed: of(aimed),
      inside: insideNotAimed,
      possible: of(near) - of(nearAndAimed) - insideNotAimed,
    };
  });
}

function byYear(timeline: Timeline | undefined): ReadonlyMap<string, number> {
  const counts = timeline?.series[0]?.counts;
  return new Map(timeline?.starts.map((start, index) => [start.slice(0, 4), counts?.[index] ?? 0]));
}
