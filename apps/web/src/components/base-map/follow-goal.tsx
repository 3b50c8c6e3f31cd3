import type { BBox } from '@corridor/domain';
import { type LatLngBoundsLiteral, type Map as LeafletMap, latLngBounds, point } from 'leaflet';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { isNear, type MapPosition, positionOf } from './map-position.ts';
import { markPansInside, moveByItself } from './own-moves.ts';

/** What a map is to show until its reader moves it. */
export type MapGoal = { readonly position: MapPosition } | { readonly bounds: BBox };

export function corners([west, south, east, north]: BBox): LatLngBoundsLiteral {
  return [
    [south, west],
    [north, east],
  ];
}

/**
 * Moves the map where its goal changes. Where its size does, its middle stays, and a map that its reader has not moved is fitted
 * to its bounds anew: a tablet that is turned shows the same country.
 */
export function FollowGoal({ goal, padding }: { readonly goal: MapGoal; readonly padding: number }) {
  const map = useMap();
  const key = JSON.stringify(goal);
  const applied = useRef(key);
  const wanted = useRef(goal);
  const fitted = useRef<MapPosition | null>(null);
  useEffect(() => {
    wanted.current = goal;
    if (applied.current === key) return;
    applied.current = key;
    if ('position' in goal) {
      const { latitude, longitude, zoom } = goal.position;
      if (!isNear(map, goal.position)) map.setView([latitude, longitude], zoom);
    } else {
      fit(map, corners(goal.bounds), padding);
      fitted.current = positionOf(map);
    }
  }, [map, goal, key, padding]);
  useEffect(() => markPansInside(map), [map]);
  useEffect(() => {
    fitted.current = positionOf(map);
    const observer = new ResizeObserver(() => {
      const isUnmoved = fitted.current !== null && isWithinPixels(map, fitted.current);
      moveByItself(map, () => map.invalidateSize({ animate: false, pan: true }));
      if (!isUnmoved || !('bounds' in wanted.current)) return;
      const bounds = corners(wanted.current.bounds);
      if (fitsBadly(map, bounds, padding)) fit(map, bounds, padding);
      fitted.current = positionOf(map);
    });
    observer.observe(map.getContainer());
    return () => observer.disconnect();
  }, [map, padding]);
  return null;
}

function fit(map: LeafletMap, bounds: LatLngBoundsLiteral, padding: number): void {
  moveByItself(map, () => map.fitBounds(bounds, { padding: [padding, padding], animate: false }));
}

/** Steps of zoom: a little more or less room, as when a row of chips comes, moves no map. */
const WORTH = 0.5;

function fitsBadly(map: LeafletMap, bounds: LatLngBoundsLiteral, padding: number): boolean {
  const zoom = map.getBoundsZoom(latLngBounds(bounds), false, point(2 * padding, 2 * padding));
  return Math.abs(zoom - map.getZoom()) >= WORTH;
}

/** A map stands on whole pixels: half of one each time that it is asked where its middle is. */
const PIXELS = 2;

function isWithinPixels(map: LeafletMap, { latitude, longitude, zoom }: MapPosition): boolean {
  if (zoom !== map.getZoom()) return false;
  return map.project([latitude, longitude]).distanceTo(map.project(map.getCenter())) < PIXELS;
}
