import Supercluster, { type AnyProps, type InputFeature } from 'supercluster';
import { BINS } from './map-cells.ts';
import type { RivalColumns } from './rival-columns.ts';
import type { RivalFilter } from './rival-filter.ts';

const WORLD: [number, number, number, number] = [-180, -85, 180, 85];

/**
 * Clusters for a map, rebuilt for each filter, since its tree knows no filter. Only the zoom that is shown is built.
 * Filters are passes over typed arrays; the points are made once.
 */
export function createClusters(columns: RivalColumns) {
  const { rowCount, longitude, latitude } = columns;
  const points = Array.from(
    { length: rowCount },
    (_, row): InputFeature<AnyProps> => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [longitude[row] ?? 0, latitude[row] ?? 0] },
    }),
  );
  return {
    /** How many clusters a zoom shows under a filter, and how many incidents are in them. */
    answer(filter: RivalFilter): { readonly clusters: number; readonly incidents: number } {
      const passes = createTest(columns, filter);
      const index = new Supercluster({ minZoom: BINS.zoom, maxZoom: BINS.zoom, radius: BINS.cellPx, extent: 256 });
      index.load(points.filter((_, row) => passes(row)));
      const clusters = index.getClusters(WORLD, BINS.zoom);
      const sizes = clusters.map(({ properties }) =>
        properties && 'point_count' in properties ? properties.point_count : 1,
      );
      return { clusters: clusters.length, incidents: sizes.reduce((sum, size) => sum + size, 0) };
    },
  };
}

function createTest(columns: RivalColumns, { type, province, actor, period, radiusKm }: RivalFilter) {
  const { day, codes, lists, siteKm, longitude } = columns;
  const { offsets, codes: actors } = lists.actor;
  const hasActor = (row: number, wanted: readonly number[]) =>
    actors.subarray(offsets[row], offsets[row + 1]).some((code) => wanted.includes(code));
  return (row: number): boolean =>
    !Number.isNaN(longitude[row]) &&
    (type === null || type.includes(codes.type[row] ?? 0)) &&
    (province === null || province.includes(codes.province[row] ?? 0)) &&
    (period === null || ((day[row] ?? 0) >= period[0] && (day[row] ?? 0) <= period[1])) &&
    (radiusKm === null || (siteKm[row] ?? 0) <= radiusKm) &&
    (actor === null || hasActor(row, actor));
}
