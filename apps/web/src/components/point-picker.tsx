import type { LonLat } from '@corridor/geography';
import { type KeyboardEvent, type PointerEvent, useEffect } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import type { KeyOf } from '../lib/keys/key-commands.ts';
import { pressedKey } from '../lib/keys/pressed-key.ts';
import { MapPane, useMapProjection } from './base-map/index.ts';
import classes from './point-picker.module.css';

/** Inside a map: a click chooses a point. */
export function PickOnClick({ onPick }: { readonly onPick: (at: LonLat) => void }) {
  const map = useMap();
  useMapEvents({ click: ({ latlng }) => onPick([latlng.lng, latlng.lat]) });
  useEffect(() => {
    const container = map.getContainer();
    container.classList.add(classes.picking ?? '');
    map.doubleClickZoom.disable();
    return () => container.classList.remove(classes.picking ?? '');
  }, [map]);
  return null;
}

const STEP_PX = 4;
const STEPS: Readonly<Record<KeyOf<'pinStep'>, readonly [number, number]>> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
};

interface MapPinProps {
  readonly label: string;
  /** A pin marks one place, a knot one of the points of a line. */
  readonly kind?: 'pin' | 'knot';
  /** What the Delete key does, where the point can go. */
  readonly onDelete?: (() => void) | undefined;
  readonly point: LonLat;
  readonly onDrag: (at: LonLat) => void;
  readonly onDrop: (at: LonLat) => void;
}

/** The point itself. It is dragged by pointer, and moved by arrows where it has the focus. */
export function MapPin({ kind = 'pin', label, onDelete, onDrag, onDrop, point }: MapPinProps) {
  const map = useMap();
  const projection = useMapProjection();
  const { x, y } = projection.project(...point);
  const at = (event: PointerEvent): LonLat => {
    const { lat, lng } = map.mouseEventToLatLng(event.nativeEvent);
    return [lng, lat];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (onDelete && pressedKey(event, 'pointDelete')) {
      event.preventDefault();
      onDelete();
    }
    const key = pressedKey(event, 'pinStep');
    if (key === null) return;
    const step = STEPS[key];
    event.preventDefault();
    event.stopPropagation();
    const { lat, lng } = map.layerPointToLatLng([x + step[0], y + step[1]]);
    onDrop([lng, lat]);
  };
  return (
    <MapPane name="selection" interactive>
      <button
        type="button"
        className={kind === 'pin' ? classes.pin : classes.knot}
        style={{ insetInlineStart: x, top: y }}
        aria-label={label}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => {
          event.stopPropagation();
          map.dragging.disable();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(at(event));
        }}
        onPointerUp={(event) => {
          map.dragging.enable();
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrop(at(event));
        }}
      >
        {kind === 'pin' && (
          <svg width="22" height="30" viewBox="0 0 22 30" aria-hidden="true">
            <path d="M11 1a10 10 0 0 1 10 10c0 7-10 18-10 18S1 18 1 11A10 10 0 0 1 11 1Z" />
            <circle cx="11" cy="11" r="3.5" />
          </svg>
        )}
      </button>
    </MapPane>
  );
}
