import type { BBox } from '@corridor/domain';
import { useCallback, useState } from 'react';
import { mapReach } from './map-reach.ts';
import type { OpenSite } from './open-site.ts';
import { siteBounds } from './site-bounds.ts';

/** Width to height of the widest and of the tallest map that a page of a site has. */
const WIDEST = 2.4;
const TALLEST = 1.4;
/** A map fits its bounds at a step of its zoom, so that a little more is seen. */
const LOOSE = 1.25;

/** How far from a site its map goes: at first what it opens with, more once the reader has seen more. Never less again. */
export function useMapReach(open: OpenSite): {
  readonly reachKm: number;
  readonly show: (box: BBox) => void;
} {
  const [reachKm, setReachKm] = useState(() => mapReach(open, firstShown(siteBounds(open))));
  const show = useCallback((box: BBox) => setReachKm((before) => Math.max(before, mapReach(open, box))), [open]);
  return { reachKm, show };
}

/** What a map shows that is made to hold these bounds. */
function firstShown([west, south, east, north]: BBox): BBox {
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
  const [width, height] = [(east - west) / 2, (north - south) / 2];
  const across = Math.max(width, height * WIDEST) * LOOSE;
  const along = Math.max(height, width / TALLEST) * LOOSE;
  return [longitude - across, latitude - along, longitude + across, latitude + along];
}
