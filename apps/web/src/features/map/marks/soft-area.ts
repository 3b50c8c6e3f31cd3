import type { BinArea } from '@corridor/domain';
import { useMemo } from 'react';
import {
  type AreaShape,
  type Box,
  centreOf,
  groupByPolygons,
  type MapProjection,
  useBoundaries,
} from '../../../components/base-map/index.ts';
import { type Pill, type PlacedPill, placePills } from './place-pills.ts';

/** Incidents known only to a district, with the polygon that stands for it. */
export interface SoftArea extends Pill {
  readonly shape: AreaShape;
  readonly count: number;
  readonly longitude: number;
  readonly latitude: number;
}

/** The districts of the answer as soft areas, each with a place for its count that is clear of `obstacles`. */
export function useSoftAreas(
  areas: readonly BinArea[],
  projection: MapProjection,
  obstacles: readonly Box[],
): readonly PlacedPill<SoftArea>[] {
  const boundaries = useBoundaries();
  const shapes = useMemo(() => {
    if (!boundaries) return [];
    return groupByPolygons(
      areas.map(({ district }) => district),
      boundaries.districtPolygons,
    );
  }, [areas, boundaries]);
  return useMemo(() => {
    const pills = shapes.flatMap((shape): SoftArea[] => {
      const centre = centreOf(shape.polygons);
      if (!centre) return [];
      const [longitude, latitude] = centre;
      const count = areas.reduce((sum, area) => sum + (shape.names.includes(area.district) ? area.count : 0), 0);
      const width = 16 + 7 * String(count).length;
      return [{ key: shape.key, shape, count, longitude, latitude, width, ...projection.project(longitude, latitude) }];
    });
    return placePills(
      pills.sort((a, b) => b.count - a.count),
      obstacles,
    );
  }, [areas, shapes, projection, obstacles]);
}
