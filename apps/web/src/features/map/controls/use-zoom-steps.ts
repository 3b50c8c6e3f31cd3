import { useRef } from 'react';
import { useMapEvents } from 'react-leaflet';

/** Zooms in by steps, out by negative ones. A step that is asked for while the map still zooms follows then: Leaflet would drop it. */
export function useZoomSteps(): (steps: number) => void {
  const zooming = useRef(false);
  const owed = useRef(0);
  const zoom = (steps: number) => map.setZoom(map.getZoom() + steps * (map.options.zoomDelta ?? 1));
  const map = useMapEvents({
    zoomstart: () => {
      zooming.current = true;
    },
    zoomend: () => {
      zooming.current = false;
      const steps = owed.current;
      owed.current = 0;
      if (steps !== 0) zoom(steps);
    },
  });
  return (steps) => {
    if (zooming.current) owed.current += steps;
    else zoom(steps);
  };
}
