import { PRECISION_RADIUS_KM } from '@corridor/domain';
import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useMap } from 'react-leaflet';
import {
  type Box,
  boxesMeet,
  centreOf,
  MapPane,
  type MapProjection,
  MapSvg,
  measureText,
  type ScreenPoint,
  svgPath,
  useBoundaries,
  useControlBoxes,
} from '../../../components/base-map/index.ts';
import { type IncidentDetail, recordQuery } from '../../../lib/api/record.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { EventShape } from './event-shape.tsx';
import { SEVERITY_RADIUS } from './map-mark.ts';
import classes from './marks.module.css';

export const SELECTION_RADIUS = 13;
const CALLOUT_HEIGHT = 22;
const CALLOUT_GAP = 22;
const UNCERTAINTY_FROM_ZOOM = 9;

export interface SelectedPlace extends ScreenPoint {
  readonly record: IncidentDetail;
  /** Null where it is known only to its district: then the district itself is marked. */
  readonly kind: 'point' | 'district';
  readonly callout: { readonly text: string; readonly box: Box };
}

/** The open incident's place on the map; null where none is open, or its place is too vague to draw. */
export function useSelectedPlace(projection: MapProjection): SelectedPlace | null {
  const { view } = useView();
  const format = useFormat();
  const boundaries = useBoundaries();
  const controls = useControlBoxes(projection);
  const { data: record } = useQuery({
    ...recordQuery(view.incident ?? '', view.asOf),
    enabled: view.incident !== undefined,
  });
  const open = view.incident === undefined ? undefined : record;
  useBringIntoView(open);
  return useMemo(() => {
    if (!open) return null;
    const { name, latitude, longitude, precision, district } = open.place;
    if (PRECISION_RADIUS_KM[precision] !== null && latitude !== null && longitude !== null) {
      const text = calloutText(name, format.date(open.occurred.start, open.occurred.precision));
      return place(open, 'point', projection.project(longitude, latitude), text, controls);
    }
    const polygons = precision === 'district' && district !== null ? boundaries?.districtPolygons(district) : null;
    const centre = polygons ? centreOf(polygons) : null;
    if (!centre) return null;
    const text = calloutText(`~ ${district}`, format.date(open.occurred.start, open.occurred.precision));
    return place(open, 'district', projection.project(...centre), text, controls);
  }, [open, projection, boundaries, format, controls]);
}

const calloutText = (place: string, date: string): string => `${place.split(',')[0]}, ${date}`;

function place(
  record: IncidentDetail,
  kind: SelectedPlace['kind'],
  at: ScreenPoint,
  text: string,
  controls: readonly Box[],
): SelectedPlace {
  const width = measureText(text, 12, 600) + 16;
  const boxAt = (left: number): Box => [left, at.y - CALLOUT_HEIGHT / 2, left + width, at.y + CALLOUT_HEIGHT / 2];
  const after = boxAt(at.x + CALLOUT_GAP);
  const covered = controls.some((control) => boxesMeet(control, after));
  return { record, kind, ...at, callout: { text, box: covered ? boxAt(at.x - CALLOUT_GAP - width) : after } };
}

/** An incident that is opened elsewhere (search, a list of all) and lies outside the map is brought into it. */
function useBringIntoView(record: IncidentDetail | undefined): void {
  const map = useMap();
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!record || shown.current === record.id) return;
    shown.current = record.id;
    const { latitude, longitude, precision } = record.place;
    if (latitude === null || longitude === null || PRECISION_RADIUS_KM[precision] === null) return;
    if (!map.getBounds().contains([latitude, longitude])) map.panTo([latitude, longitude]);
  }, [map, record]);
}

export const SelectedMark = memo(function SelectedMark({
  selected,
  projection,
}: {
  readonly selected: SelectedPlace;
  readonly projection: MapProjection;
}) {
  const boundaries = useBoundaries();
  const { record, kind, x, y, callout } = selected;
  const { district, precision, latitude } = record.place;
  const polygons = kind === 'district' && district !== null ? boundaries?.districtPolygons(district) : null;
  const uncertainty = PRECISION_RADIUS_KM[precision];
  const [left, top, right] = callout.box;
  const edge = left > x ? left : right;
  return (
    <MapPane name="selection">
      <MapSvg>
        {polygons && <path className={classes.selectedArea} d={svgPath(projection, polygons.flat(), true)} />}
        {kind === 'point' && uncertainty !== null && latitude !== null && projection.zoom >= UNCERTAINTY_FROM_ZOOM && (
          <circle className={classes.uncertain} cx={x} cy={y} r={uncertainty * projection.pxPerKm(latitude)} />
        )}
        <g className={classes.callout}>
          <path d={`M${x + Math.sign(edge - x) * SELECTION_RADIUS} ${y}H${edge}`} />
          <rect x={left} y={top} width={right - left} height={CALLOUT_HEIGHT} rx="4" />
          <text x={(left + right) / 2} y={top + 15} textAnchor="middle">
            {callout.text}
          </text>
        </g>
        <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} data-testid="map-selection">
          <circle className={classes.selected} r={SELECTION_RADIUS} />
          <EventShape type={record.eventType} radius={SEVERITY_RADIUS[record.severity]} />
        </g>
      </MapSvg>
    </MapPane>
  );
});
