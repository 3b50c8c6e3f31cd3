import type { BBox, NearPlace } from '@corridor/domain';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BaseMap,
  MapLabels,
  MapPane,
  type MapProjection,
  MapSvg,
  svgPath,
  useMapProjection,
} from '../../components/base-map/index.ts';
import { eventTypeColor, eventTypePath } from '../../components/event-type.tsx';
import { SectorGlyph } from '../../components/sector-mark.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { groupByPlace, mergeNear, type PlaceGroup } from './group-by-place.ts';
import type { OpenSite } from './open-site.ts';
import { siteBounds } from './site-bounds.ts';
import classes from './site-map.module.css';

const MARK_SIZE = 26;
/** More circles of uncertainty than this say nothing: then only those of the marks are drawn. */
const MAX_CIRCLES = 400;

/** The site in its ring, or the route in its width, with the incidents around as far as they can be placed. */
export function SiteMap({
  open,
  radiusKm,
  places,
  onShow,
}: {
  readonly open: OpenSite;
  readonly radiusKm: number;
  readonly places: readonly NearPlace[];
  /** Told what the map shows, whenever that changes. */
  readonly onShow: (box: BBox) => void;
}) {
  const { t } = useTranslation('sites');
  const bounds = useMemo(() => siteBounds(open), [open]);
  const groups = useMemo(() => groupByPlace(places), [places]);
  return (
    <BaseMap
      label={t('mapLabel', { name: open.site.name })}
      bounds={bounds}
      layers={['rivers', 'towns']}
      labels={false}
    >
      <Ring open={open} radiusKm={radiusKm} />
      <Incidents groups={groups} open={open} radiusKm={radiusKm} />
      <TellShown onShow={onShow} />
      <SiteMarker open={open} />
    </BaseMap>
  );
}

function Ring({ open, radiusKm }: { readonly open: OpenSite; readonly radiusKm: number }) {
  const format = useFormat();
  const projection = useMapProjection();
  if (open.kind === 'route') {
    const middle = open.site.line[Math.floor(open.site.line.length / 2)];
    const width = 2 * radiusKm * projection.pxPerKm(middle?.[1] ?? 0);
    const path = svgPath(projection, [open.site.line], false);
    return (
      <MapPane name="overlay">
        <MapSvg>
          <path className={classes.band} d={path} strokeWidth={width} />
          <path className={classes.line} d={path} />
        </MapSvg>
      </MapPane>
    );
  }
  const { longitude, latitude } = open.site;
  const { x, y } = projection.project(longitude, latitude);
  const radius = radiusKm * projection.pxPerKm(latitude);
  return (
    <MapPane name="overlay">
      <MapSvg>
        <circle className={classes.ring} cx={x} cy={y} r={radius} />
        <text className={classes.label} x={x + radius * 0.74} y={y + radius * 0.74 + 12}>
          {format.km(radiusKm)}
        </text>
      </MapSvg>
    </MapPane>
  );
}

function TellShown({ onShow }: { readonly onShow: (box: BBox) => void }) {
  const { east, north, south, west } = useMapProjection();
  useEffect(() => onShow([west, south, east, north]), [onShow, west, south, east, north]);
  return null;
}

/** Each place once: its circle of uncertainty, and its incident's shape or how many there are. */
function Incidents({
  groups,
  open,
  radiusKm,
}: {
  readonly groups: readonly PlaceGroup[];
  readonly open: OpenSite;
  readonly radiusKm: number;
}) {
  const projection = useMapProjection();
  const drawn = useMemo(
    () =>
      groups
        .filter((group) => isNearView(group, projection))
        .map((group) => ({ group, ...projection.project(group.longitude, group.latitude) })),
    [groups, projection],
  );
  const marks = useMemo(() => mergeNear(drawn, MARK_SIZE), [drawn]);
  const site = open.kind === 'site' ? [projection.project(open.site.longitude, open.site.latitude)] : [];
  const obstacles = [...marks, ...site].map(({ x, y }) => ({
    box: [x - MARK_SIZE / 2, y - MARK_SIZE / 2, x + MARK_SIZE / 2, y + MARK_SIZE / 2] as const,
    names: false,
  }));
  const circles = drawn.length > MAX_CIRCLES ? marks : drawn;
  return (
    <>
      <MapLabels towns obstacles={obstacles} />
      <MapPane name="soft">
        <MapSvg>
          {circles.map(
            ({ group, x, y }) =>
              group.uncertainKm > 1 && (
                <circle
                  key={keyOf(group)}
                  className={classes.uncertain}
                  cx={x}
                  cy={y}
                  r={group.uncertainKm * projection.pxPerKm(group.latitude)}
                />
              ),
          )}
        </MapSvg>
      </MapPane>
      <MapPane name="marks">
        <MapSvg>
          {marks.map(({ group, x, y }) => (
            <g
              key={keyOf(group)}
              transform={`translate(${x} ${y})`}
              className={classes.mark}
              data-outside={group.minKm > radiusKm || undefined}
            >
              <PlaceMark group={group} />
            </g>
          ))}
        </MapSvg>
      </MapPane>
    </>
  );
}

/** Whether a place lies in the map or so near that the reader can drag it in before the map is drawn anew. */
function isNearView({ latitude, longitude }: PlaceGroup, { east, north, south, west }: MapProjection): boolean {
  const [width, height] = [east - west, north - south];
  return (
    longitude >= west - width && longitude <= east + width && latitude >= south - height && latitude <= north + height
  );
}

function PlaceMark({ group: { count, type } }: { readonly group: PlaceGroup }) {
  const format = useFormat();
  if (count === 1) return <path d={eventTypePath(type, 6)} fill={eventTypeColor(type)} />;
  return (
    <>
      <circle r={9 + Math.min(6, Math.sqrt(count))} className={classes.cluster} />
      <text y="4">{format.count(count)}</text>
    </>
  );
}

function SiteMarker({ open }: { readonly open: OpenSite }) {
  const projection = useMapProjection();
  if (open.kind === 'route') return null;
  const { x, y } = projection.project(open.site.longitude, open.site.latitude);
  return (
    <MapPane name="selection">
      <MapSvg>
        <g transform={`translate(${x - 10} ${y - 10}) scale(1.25)`}>
          <SectorGlyph sector={open.site.sector} />
        </g>
      </MapSvg>
    </MapPane>
  );
}

const keyOf = ({ longitude, latitude }: PlaceGroup): string => `${longitude},${latitude}`;
