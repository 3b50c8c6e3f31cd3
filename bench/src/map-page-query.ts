import type { BBox, DimensionName, Filter, Query } from '@corridor/domain';

const FACETS: readonly DimensionName[] = [
  'type',
  'province',
  'district',
  'severity',
  'actor',
  'targetType',
  'status',
  'grade',
  'chinese',
  'site',
  'route',
  'targetedSite',
];

/** Zoom at which the whole portfolio fills the map of a laptop. */
const ZOOM = 5;

/** Everything that the map page shows for a filter, asked at once. */
export function mapPageQuery(filter: Filter, bounds: BBox) {
  return {
    filter,
    timeline: { unit: 'month', stackBy: 'type', ignorePeriod: true },
    groups: FACETS,
    bins: { bbox: bounds, zoom: ZOOM, cellPx: 60 },
    page: { sort: { by: 'date', descending: true }, offset: 0, limit: 100 },
    counts: ['site', 'route', 'district', 'province'],
  } satisfies Query;
}

/** The same, one part at a time, by what it is for; and the tables of Regions and Sites. */
export function mapPageParts(filter: Filter, bounds: BBox): Readonly<Record<string, Query>> {
  const { timeline, groups, bins, page, counts } = mapPageQuery(filter, bounds);
  const breakdowns = counts.map((by) => ({ by }));
  return {
    'totals alone': { filter },
    'timeline by month and type': { filter, timeline },
    [`counts of ${groups.length} facets`]: { filter, groups },
    'bins of the whole map': { filter, bins },
    'first 100 of the list': { filter, page },
    'counts by site, route, district, province': { filter, counts },
    'totals, timeline, facets and bins together': { filter, timeline, groups, bins },
    'Regions and Sites: tolls by all four': { filter, breakdowns },
  };
}
