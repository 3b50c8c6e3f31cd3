import { useEffect, useRef } from 'react';
import { useMapEvents } from 'react-leaflet';
import { isMovingByItself, type MapPosition, positionOf } from '../../components/base-map/index.ts';
import { useView } from '../../lib/view/use-view.ts';

const WAIT_MS = 200;

/** Keeps the map's position in the URL once the reader has moved it; the first view is the portfolio's own. */
export function useMapPosition(): void {
  const { view, patch } = useView();
  const timer = useRef<number | undefined>(undefined);
  const moved = useRef(false);
  // Another move begins: half of it is no position, and its end will be.
  const begin = () => {
    moved.current ||= !isMovingByItself(map);
    window.clearTimeout(timer.current);
  };
  const map = useMapEvents({
    dragstart: begin,
    zoomstart: begin,
    movestart: begin,
    moveend: () => {
      if (!moved.current) return;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        const at = positionOf(map);
        if (!isSame(at, view.at)) patch({ at }, { replace: true });
      }, WAIT_MS);
    },
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);
}

function isSame(a: MapPosition, b: MapPosition | undefined): boolean {
  return (
    b !== undefined &&
    Math.abs(a.longitude - b.longitude) < 1e-4 &&
    Math.abs(a.latitude - b.latitude) < 1e-4 &&
    Math.abs(a.zoom - b.zoom) < 0.01
  );
}
