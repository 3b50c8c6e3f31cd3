import { type BBox, PRECISION_RADIUS_KM } from '@corridor/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BaseMap, MapLabels, MapPane, MapSvg, svgPath, useMapProjection } from '../../components/base-map/index.ts';
import { eventTypeColor, eventTypePath } from '../../components/event-type.tsx';
import { SectorGlyph } from '../../components/sector-mark.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { groupByPlace, mergeNear, type PlaceGroup } from './group-by-place.ts';
import type { SiteIncident } from './site-counts.ts';
import classes from './site-map.module.css';
import type { OpenSite } from './site-page.tsx';

const KM_PER_DEGREE = 111.2;
const MARGIN = 1.35;
const MARK_SIZE = 26;

/** The site in its ring, or the route in its width, with the incidents around as far as they can be placed. */
export function SiteMap({
  open,
  radiusKm,
  rows,
}: {
  readonly open: OpenSite;
  readonly radiusKm: number;
  readonly rows: readonly SiteIncident[];
}) {
  const { t } = useTranslation('sites');
  const bounds = useMemo(() => boundsOf(open), [open]);
  const groups = useMemo(() => groupByPlace(rows), [rows]);
  return (
    <BaseMap
      label={t('mapLabel', { name: open.site.name })}
      bounds={bounds}
      layers={['rivers', 'towns']}
      labels={false}
    >
      <Ring open={open} radiusKm={radiusKm} />
      <Incidents groups={groups} open={open} />
      <SiteMarker open={open} />
    </BaseMap>
  );
}

/** The site with its own ring and a margin, or the whole route: it does not move while the radius is dragged. */
function boundsOf(open: OpenSite): BBox {
  const points = open.kind === 'site' ? [[open.site.longitude, open.site.latitude] as const] : open.site.line;
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const marginLatitude = (open.site.radiusKm * MARGIN) / KM_PER_DEGREE;
  const marginLongitude = marginLatitude / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return [
    Math.min(...longitudes) - marginLongitude,
    south - marginLatitude,
    Math.max(...longitudes) + marginLongitude,
    north + marginLatitude,
  ];
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

/** Each place once: its circle of uncertainty, and its incident's shape or how many there are. */
function Incidents({ groups, open }: { readonly groups: readonly PlaceGroup[]; readonly open: OpenSite }) {
  const projection = useMapProjection();
  const drawn = groups.map((group) => ({ group, ...projection.project(group.longitude, group.latitude) }));
  const marks = mergeNear(drawn, MARK_SIZE);
  const site = open.kind === 'site' ? [projection.project(open.site.longitude, open.site.latitude)] : [];
  const obstacles = [...marks, ...site].map(({ x, y }) => ({
    box: [x - MARK_SIZE / 2, y - MARK_SIZE / 2, x + MARK_SIZE / 2, y + MARK_SIZE / 2] as const,
    names: false,
  }));
  return (
    <>
      <MapLabels towns obstacles={obstacles} />
      <MapPane name="soft">
        <MapSvg>
          {drawn.map(({ group, x, y }) => {
            const km = Math.max(...group.rows.map(({ incident }) => PRECISION_RADIUS_KM[incident.placePrecision] ?? 0));
            return (
              km > 1 && (
                <circle
                  key={keyOf(group)}
                  className={classes.uncertain}
                  cx={x}
                  cy={y}
                  r={km * projection.pxPerKm(group.latitude)}
                />
              )
            );
          })}
        </MapSvg>
      </MapPane>
      <MapPane name="marks">
        <MapSvg>
          {marks.map(({ group, x, y }) => (
            <g
              key={keyOf(group)}
              transform={`translate(${x} ${y})`}
              className={classes.mark}
              data-outside={isOutside(group) || undefined}
            >
              <PlaceMark group={group} />
            </g>
          ))}
        </MapSvg>
      </MapPane>
    </>
  );
}

function PlaceMark({ group }: { readonly group: PlaceGroup }) {
  const format = useFormat();
  const [only] = group.rows;
  if (group.rows.length === 1 && only) {
    return <path d={eventTypePath(only.incident.eventType, 6)} fill={eventTypeColor(only.incident.eventType)} />;
  }
  const radius = 9 + Math.min(6, Math.sqrt(group.rows.length));
  return (
    <>
      <circle r={radius} className={classes.cluster} />
      <text y="4">{format.count(group.rows.length)}</text>
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
const isOutside = ({ rows }: PlaceGroup): boolean => rows.every(({ relation }) => relation === 'outside');
