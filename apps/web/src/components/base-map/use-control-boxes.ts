import { useEffect, useState } from 'react';
import { useMap } from 'react-leaflet';
import type { MapProjection } from './map-projection.ts';
import type { Box } from './place-labels.ts';

/** Where controls lie over the map (elements marked `data-map-control`), in pane pixels; followed as they change size. */
export function useControlBoxes({ origin }: MapProjection): readonly Box[] {
  const map = useMap();
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  useEffect(() => {
    const container = map.getContainer();
    const frameElement = container.parentElement;
    if (!frameElement) return;
    const measure = () => {
      const controls = frameElement.querySelectorAll('[data-map-control]');
      const frame = container.getBoundingClientRect();
      setBoxes(
        Array.from(controls, (control): Box => {
          const { left, top, right, bottom } = control.getBoundingClientRect();
          const [x, y] = [origin.x - frame.left, origin.y - frame.top];
          return [left + x - 2, top + y - 2, right + x + 2, bottom + y + 2];
        }),
      );
    };
    const sizes = new ResizeObserver(measure);
    const watch = () => {
      for (const control of frameElement.querySelectorAll('[data-map-control]')) sizes.observe(control);
    };
    const additions = new MutationObserver(watch);
    additions.observe(frameElement, { childList: true });
    watch();
    return () => {
      sizes.disconnect();
      additions.disconnect();
    };
  }, [map, origin]);
  return boxes;
}
