import type { ScreenPoint } from '../../../components/base-map/index.ts';
import { type Box, boxesMeet } from '../../../components/base-map/place-labels.ts';

/** Offsets tried in turn when a pill's own place is taken, px: near enough to be read as the district's. */
const OFFSETS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 26],
  [0, -26],
  [-30, 0],
  [30, 0],
  [-22, 24],
  [22, -24],
  [0, 40],
  [0, -40],
];

export interface Pill extends ScreenPoint {
  readonly key: string;
  readonly width: number;
}

export const PILL_HEIGHT = 16;

export const pillBox = ({ x, y, width }: Pill): Box => [
  x - width / 2,
  y - PILL_HEIGHT / 2,
  x + width / 2,
  y + PILL_HEIGHT / 2,
];

/** A pill with the place it found; without one its area is drawn alone. */
export type PlacedPill<T extends Pill> = T & { readonly shown: boolean };

/** Moves each pill, in the order given, to the first place near its own that is free of obstacles and other pills. */
export function placePills<T extends Pill>(pills: readonly T[], obstacles: readonly Box[]): readonly PlacedPill<T>[] {
  const taken = [...obstacles];
  return pills.map((pill) => {
    const places = OFFSETS.map(([dx, dy]) => ({ ...pill, x: pill.x + dx, y: pill.y + dy }));
    const free = places.find((place) => !taken.some((box) => boxesMeet(box, pillBox(place))));
    if (free) taken.push(pillBox(free));
    return { ...(free ?? pill), shown: free !== undefined };
  });
}
