import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import classes from './base-map.module.css';

/** Order of drawing, from below. Leaflet's own tiles lie at 200. */
export const PANE_LEVELS = {
  ground: 210,
  shading: 220,
  lines: 230,
  soft: 240,
  heat: 245,
  overlay: 420,
  labels: 430,
  marks: 440,
  selection: 450,
  drawing: 460,
} as const;
export type PaneName = keyof typeof PANE_LEVELS;

/** A layer of the map that React draws, in pane pixels. It moves with the map and hides while a zoom is animated. */
export function MapPane({
  name,
  interactive = false,
  soft = false,
  children,
}: {
  readonly name: PaneName;
  readonly interactive?: boolean;
  readonly soft?: boolean;
  readonly children: ReactNode;
}) {
  const map = useMap();
  const [pane, setPane] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const element = map.getPane(name) ?? map.createPane(name);
    element.style.zIndex = String(PANE_LEVELS[name]);
    const host = document.createElement('div');
    element.append(host);
    setPane(host);
    return () => {
      setPane(null);
      host.remove();
    };
  }, [map, name]);
  return (
    pane &&
    createPortal(
      <div
        className={`leaflet-zoom-hide ${classes.pane} ${interactive ? classes.interactive : ''} ${soft ? classes.soft : ''}`}
      >
        {children}
      </div>,
      pane,
    )
  );
}

/** An SVG whose coordinates are pane pixels. Its content is a picture: its text twin stands outside the map. */
export function MapSvg({ children }: { readonly children: ReactNode }) {
  return (
    <svg className={classes.svg} width="1" height="1" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
