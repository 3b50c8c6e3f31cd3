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

/** The parts of what the map page asks, by the place on the screen that they are for. */
export function mapPageParts(bounds: BBox): Readonly<Record<string, Omit<Query, 'filter'>>> {
  return {
    'timeline by month and type': { timeline: { unit: 'month', stackBy: 'type', ignorePeriod: true } },
    'counts of 12 facets': { groups: FACETS },
    'bins of the whole map': { bins: { bbox: bounds, zoom: ZOOM, cellPx: 60 } },
    'first 100 of the list': { page: { sort: { by: 'date', descending: true }, offset: 0, limit: 100 } },
    'rings, widths, districts, provinces': {
      breakdowns: [{ by: 'site' }, { by: 'route' }, { by: 'district' }, { by: 'province' }],
    },
  };
}

/** Everything that the map page shows for a filter, asked at once. */
export function mapPageQuery(filter: Filter, bounds: BBox): Query {
  return Object.values(mapPageParts(bounds)).reduce<Query>((query, part) => ({ ...query, ...part }), { filter });
}
