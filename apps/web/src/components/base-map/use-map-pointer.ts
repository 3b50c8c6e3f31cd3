import { useMemo, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { ScreenPoint } from './map-projection.ts';

interface PointerPlace {
  readonly clientX: number;
  readonly clientY: number;
}

const CLICK_PX = 4;

/**
 * Pointer events on what React draws over the map. The map drags along under a pressed pointer, so that the browser
 * calls the end of a drag a click: `isClick` tells the two apart when `down` has seen the press.
 */
export function useMapPointer() {
  const map = useMap();
  const pressed = useRef<PointerPlace | null>(null);
  return useMemo(
    () => ({
      down: ({ clientX, clientY }: PointerPlace) => {
        pressed.current = { clientX, clientY };
      },
      isClick: ({ clientX, clientY }: PointerPlace): boolean => {
        const start = pressed.current;
        return start !== null && Math.hypot(clientX - start.clientX, clientY - start.clientY) <= CLICK_PX;
      },
      /** The pointer's place in pane pixels. */
      at: ({ clientX, clientY }: PointerPlace): ScreenPoint => {
        const frame = map.getContainer().getBoundingClientRect();
        const { x, y } = map.containerPointToLayerPoint([clientX - frame.left, clientY - frame.top]);
        return { x, y };
      },
    }),
    [map],
  );
}
