/** Left, top, right, bottom in pixels. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface LabelRequest {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
  /** Centred names (countries, provinces) stand at or near their place; towns are tried right, left, above and below of their dot. */
  readonly centred: boolean;
  /** Distance from the dot, px. */
  readonly gap: number;
}

export interface PlacedLabel {
  readonly key: string;
  /** Start of the text's base line. */
  readonly x: number;
  readonly y: number;
}

export const boxesMeet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

const SIDE = 2;

/** Where else a centred name may stand, px: an area is larger than its label. */
const CENTRED_SHIFTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -22],
  [0, 22],
  [-36, 0],
  [36, 0],
  [-30, -30],
  [30, 30],
  [0, -44],
  [0, 44],
];

/**
 * Places labels in the given order so that none covers another, an obstacle, or the frame's edge. One that finds no
 * room is left out. O(labels × boxes): a few hundred of each.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Box[],
  frame: Box,
): readonly PlacedLabel[] {
  const taken = [...obstacles];
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    for (const [x, y] of positionsOf(request)) {
      const box: Box = [x - SIDE, y - request.fontSize, x + request.width + SIDE, y + 3];
      const inFrame = box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
      if (!inFrame || taken.some((other) => boxesMeet(box, other))) continue;
      taken.push(box);
      placed.push({ key: request.key, x, y });
      break;
    }
  }
  return placed;
}

function positionsOf({ x, y, width, fontSize, centred, gap }: LabelRequest): readonly (readonly [number, number])[] {
  const middle = y + fontSize * 0.35;
  if (centred) return CENTRED_SHIFTS.map(([dx, dy]) => [x - width / 2 + dx, middle + dy]);
  return [
    [x + gap, middle],
    [x - gap - width, middle],
    [x - width / 2, y - gap - 2],
    [x - width / 2, y + gap + fontSize],
  ];
}
