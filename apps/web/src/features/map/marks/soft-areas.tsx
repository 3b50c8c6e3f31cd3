import type { BinArea } from '@corridor/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AreaShape,
  type Box,
  centreOf,
  groupByPolygons,
  MapPane,
  type MapProjection,
  MapSvg,
  svgPath,
  useBoundaries,
  useMapPointer,
} from '../../../components/base-map/index.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './marks.module.css';
import { PILL_HEIGHT, type Pill, type PlacedPill, placePills } from './place-pills.ts';

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

export function SoftAreas({
  areas,
  projection,
  onOpen,
}: {
  readonly areas: readonly PlacedPill<SoftArea>[];
  readonly projection: MapProjection;
  readonly onOpen: (area: SoftArea) => void;
}) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const pointer = useMapPointer();
  const paths = useMemo(
    () => areas.map(({ key, shape }) => ({ key, d: svgPath(projection, shape.polygons.flat(), true) })),
    [areas, projection],
  );
  return (
    <>
      <MapPane name="soft" soft>
        <MapSvg>
          {paths.map(({ key, d }) => (
            <path key={key} className={classes.area} d={d} />
          ))}
        </MapSvg>
      </MapPane>
      <MapPane name="marks" interactive>
        <MapSvg>
          {areas
            .filter(({ shown }) => shown)
            .map((area) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map is its keyboard twin
              <g
                key={area.key}
                className={classes.pill}
                transform={`translate(${area.x.toFixed(1)} ${area.y.toFixed(1)})`}
                data-map-item=""
                data-testid="map-area"
                data-district={area.shape.names[0]}
                data-count={area.count}
                onPointerDown={pointer.down}
                onClick={(event) => {
                  if (pointer.isClick(event)) onOpen(area);
                }}
              >
                <rect
                  x={-area.width / 2}
                  y={-PILL_HEIGHT / 2}
                  width={area.width}
                  height={PILL_HEIGHT}
                  rx={PILL_HEIGHT / 2}
                />
                <text y="4">{t('cluster.roughlyShort', { formatted: format.count(area.count) })}</text>
              </g>
            ))}
        </MapSvg>
      </MapPane>
    </>
  );
}
