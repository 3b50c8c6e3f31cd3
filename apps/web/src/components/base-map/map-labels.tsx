import { useQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import { basemapQuery, usePortfolio } from '../../lib/api/portfolio.ts';
import { decodeTowns } from './base-lines.ts';
import classes from './base-map.module.css';
import { findTownRequests, type MapLabel, type Obstacle, withText } from './label-requests.ts';
import { MapPane, MapSvg } from './map-pane.tsx';
import { type MapProjection, useMapProjection } from './map-projection.ts';
import { type Box, placeLabels } from './place-labels.ts';
import { useControlBoxes } from './use-control-boxes.ts';

const NO_OBSTACLES: readonly Obstacle[] = [];
const EDGE = 4;
const PROVINCES_TO_ZOOM = 8.5;

/** Names of seas, countries, provinces and towns, placed clear of each other, of obstacles and of the map's controls. */
export const MapLabels = memo(function MapLabels({
  towns,
  obstacles = NO_OBSTACLES,
}: {
  readonly towns: boolean;
  /** Pane pixels that must stay free; a town beneath a marker is named beside the marker. */
  readonly obstacles?: readonly Obstacle[];
}) {
  const projection = useMapProjection();
  const controls = useControlBoxes(projection);
  const regions = useRegionLabels(projection);
  const cities = useQuery({ ...basemapQuery('cities'), enabled: towns }).data;
  const allTowns = useMemo(() => (cities ? decodeTowns(cities) : []), [cities]);
  const townLabels = useMemo(
    () => (towns ? findTownRequests(allTowns, projection, obstacles) : []),
    [towns, allTowns, projection, obstacles],
  );
  const placed = useMemo(() => {
    const { origin, width, height } = projection;
    const frame: Box = [origin.x + EDGE, origin.y + EDGE, origin.x + width - EDGE, origin.y + height - EDGE];
    const boxes = [...obstacles.map(({ box }) => box), ...controls];
    const labels = [...regions, ...townLabels];
    const byKey = new Map(labels.map((label) => [label.request.key, label]));
    return placeLabels(
      labels.map(({ request }) => request),
      boxes,
      frame,
    ).flatMap(({ key, x, y }) => {
      const label = byKey.get(key);
      return label ? [{ ...label, x, y }] : [];
    });
  }, [projection, obstacles, controls, regions, townLabels]);

  return (
    <MapPane name="labels">
      <MapSvg>
        {placed.map(({ request, kind, dot, x, y }) => (
          <g key={request.key} className={classes[kind]}>
            {dot && <circle cx={request.x} cy={request.y} r={kind === 'city' ? 2.2 : 1.7} />}
            <text x={x} y={y} fontSize={request.fontSize}>
              {request.text}
            </text>
          </g>
        ))}
      </MapSvg>
    </MapPane>
  );
});

function useRegionLabels(projection: MapProjection): readonly MapLabel[] {
  const { mapLabels, provinces } = usePortfolio();
  return useMemo(() => {
    const places = mapLabels.map(({ name, kind, at: [longitude, latitude] }) =>
      withText(kind, kind === 'sea' ? name : name.toUpperCase(), projection.project(longitude, latitude)),
    );
    if (projection.zoom > PROVINCES_TO_ZOOM) return places;
    const names = provinces.map(({ shortName, label: [longitude, latitude] }) =>
      withText('province', shortName.toUpperCase(), projection.project(longitude, latitude)),
    );
    return [...places, ...names];
  }, [mapLabels, provinces, projection]);
}
