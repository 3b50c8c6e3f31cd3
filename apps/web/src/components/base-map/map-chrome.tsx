import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import classes from './base-map.module.css';

/**
 * Controls over the map, in its frame but outside Leaflet's element: pressing them neither pans the map nor reaches its
 * click handlers. Mark each with `data-map-control`, so that labels keep clear of it.
 */
export function MapChrome({ children }: { readonly children: ReactNode }) {
  const frame = useMap().getContainer().parentElement;
  return frame && createPortal(<div className={classes.chrome}>{children}</div>, frame);
}
