import type { LonLat } from '@corridor/geography';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { MapPane, type MapProjection, MapSvg, type ScreenPoint, svgPath } from '../../../components/base-map/index.ts';
import { pressedKey } from '../../../lib/keys/pressed-key.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { circleRing } from './area-ring.ts';
import classes from './draw.module.css';
import type { DrawAction, DrawState } from './draw-state.ts';
import type { Drawing } from './use-drawing.ts';

const SAME_POINT_PX = 6;
const CLOSE_PX = 12;

/** Takes the pointer while an area is drawn, and shows it as it grows. */
export function DrawLayer({ drawing, projection }: { readonly drawing: Drawing; readonly projection: MapProjection }) {
  const { state } = drawing;
  usePointerDrawing(drawing, projection);
  useDrawingKeys(drawing);
  return (
    <MapPane name="drawing">
      <MapSvg>
        {state.tool === 'polygon' && <GrowingPolygon state={state} projection={projection} />}
        {state.tool === 'circle' && state.center && (
          <GrowingCircle center={state.center} radiusKm={state.radiusKm} projection={projection} />
        )}
      </MapSvg>
    </MapPane>
  );
}

function GrowingPolygon({
  state,
  projection,
}: {
  readonly state: Extract<DrawState, { tool: 'polygon' }>;
  readonly projection: MapProjection;
}) {
  const { points, cursor, crosses } = state;
  const line = cursor && points.length > 0 ? [...points, cursor] : points;
  return (
    <g data-crosses={crosses || undefined} className={classes.growing}>
      <path className={classes.fill} d={svgPath(projection, [line], true, 0)} />
      <path className={classes.line} d={svgPath(projection, [line], false, 0)} />
      {points.map(([longitude, latitude], index) => {
        const { x, y } = projection.project(longitude, latitude);
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the ring
            key={index}
            className={classes.corner}
            cx={x}
            cy={y}
            r={index === 0 && points.length > 2 ? 6 : 4}
          />
        );
      })}
    </g>
  );
}

function GrowingCircle({
  center,
  radiusKm,
  projection,
}: {
  readonly center: LonLat;
  readonly radiusKm: number;
  readonly projection: MapProjection;
}) {
  const format = useFormat();
  const { x, y } = projection.project(...center);
  return (
    <g>
      <path className={classes.fill} d={svgPath(projection, [circleRing(center, radiusKm)], true, 0)} />
      <path className={classes.line} d={svgPath(projection, [circleRing(center, radiusKm)], true, 0)} />
      <circle className={classes.corner} cx={x} cy={y} r="4" />
      <text className={classes.readout} x={x} y={y - 10} textAnchor="middle">
        {format.km(radiusKm < 10 ? Math.round(radiusKm * 10) / 10 : Math.round(radiusKm))}
      </text>
    </g>
  );
}

/** Pointer events on the map's own element: clicks for a polygon, press and drag (or two clicks) for a circle. */
function usePointerDrawing(drawing: Drawing, projection: MapProjection): void {
  const map = useMap();
  const latest = useRef({ ...drawing, projection });
  useEffect(() => {
    latest.current = { ...drawing, projection };
  });
  const { tool } = drawing.state;
  useEffect(() => {
    if (tool === 'none') return;
    const container = map.getContainer();
    const drags = tool === 'circle';
    if (drags) map.dragging.disable();
    map.doubleClickZoom.disable();
    container.classList.add(classes.drawing ?? '');
    let pressed: ScreenPoint | null = null;
    const at = (event: MouseEvent): LonLat => {
      const { lng, lat } = map.mouseEventToLatLng(event);
      return [lng, lat];
    };
    const send = (action: DrawAction) => latest.current.dispatch(action);
    const listeners = {
      pointerdown: (event: PointerEvent) => {
        pressed = { x: event.clientX, y: event.clientY };
        const { state } = latest.current;
        if (state.tool === 'circle' && !state.center) send({ kind: 'point', at: at(event) });
      },
      pointermove: (event: PointerEvent) => send({ kind: 'move', at: at(event) }),
      pointerup: (event: PointerEvent) => {
        const moved = pressed ? Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) : 0;
        pressed = null;
        const { state } = latest.current;
        if (state.tool === 'circle') {
          if (moved > SAME_POINT_PX || state.radiusKm > 0) send({ kind: 'point', at: at(event) });
          return;
        }
        if (moved > SAME_POINT_PX || state.tool !== 'polygon') return;
        const end = meets(at(event), state.points, latest.current.projection);
        if (end === 'first') send({ kind: 'finish' });
        else if (end === null) send({ kind: 'point', at: at(event) });
      },
      dblclick: () => send({ kind: 'finish' }),
    };
    container.addEventListener('pointerdown', listeners.pointerdown);
    container.addEventListener('pointermove', listeners.pointermove);
    container.addEventListener('pointerup', listeners.pointerup);
    container.addEventListener('dblclick', listeners.dblclick);
    return () => {
      container.removeEventListener('pointerdown', listeners.pointerdown);
      container.removeEventListener('pointermove', listeners.pointermove);
      container.removeEventListener('pointerup', listeners.pointerup);
      container.removeEventListener('dblclick', listeners.dblclick);
      container.classList.remove(classes.drawing ?? '');
      map.dragging.enable();
      map.doubleClickZoom.enable();
    };
  }, [map, tool]);
}

/** Whether a click falls on the ring's first or last point. */
function meets(at: LonLat, points: readonly LonLat[], projection: MapProjection): 'first' | 'last' | null {
  const near = (point: LonLat | undefined, px: number): boolean => {
    if (!point) return false;
    const [a, b] = [projection.project(...at), projection.project(...point)];
    return Math.hypot(a.x - b.x, a.y - b.y) < px;
  };
  if (near(points.at(-1), SAME_POINT_PX)) return 'last';
  return points.length > 2 && near(points[0], CLOSE_PX) ? 'first' : null;
}

const CONTROLS = 'a, button, input, select, textarea';

function useDrawingKeys({ state, dispatch }: Drawing): void {
  const drawing = state.tool !== 'none';
  useEffect(() => {
    if (!drawing) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const onControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
      if (pressedKey(event, 'drawCancel')) dispatch({ kind: 'cancel' });
      else if (!onControl && pressedKey(event, 'drawUndo')) dispatch({ kind: 'undo' });
      else if (!onControl && pressedKey(event, 'drawFinish')) dispatch({ kind: 'finish' });
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [drawing, dispatch]);
}
