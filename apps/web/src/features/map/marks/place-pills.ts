import type { ScreenPoint } from '../../../components/base-map/index.ts';
import { type Box, boxesMeet } from '../../../components/base-map/place-labels.ts';

/** Offsets tried in turn when a pill's own place is taken, px. */
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
  [-44, -14],
  [44, 14],
  [-44, 18],
  [44, -18],
  [0, 56],
  [0, -56],
  [-60, 0],
  [60, 0],
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

/** Moves each pill to the first place near its own that is free of obstacles and other pills; one without room stays. */
export function placePills<T extends Pill>(pills: readonly T[], obstacles: readonly Box[]): readonly T[] {
  const taken = [...obstacles];
  return pills.map((pill) => {
    const places = OFFSETS.map(([dx, dy]) => ({ ...pill, x: pill.x + dx, y: pill.y + dy }));
    const free = places.find((place) => !taken.some((box) => boxesMeet(box, pillBox(place)))) ?? pill;
    taken.push(pillBox(free));
    return free;
  });
}
