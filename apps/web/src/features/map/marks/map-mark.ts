import type { BBox, BinCell, IncidentSummary, Severity } from '@corridor/domain';
import type { Box, ScreenPoint } from '../../../components/base-map/index.ts';

/** A cell of the answer as it is drawn: an incident's shape, or a ring with a count. Pixels of the map's panes. */
export interface MapMark extends ScreenPoint {
  readonly key: string;
  readonly radius: number;
  readonly count: number;
  readonly byType: readonly number[];
  readonly only: IncidentSummary | null;
  readonly extent: BBox;
  /** Where it belongs when it had to move aside. */
  readonly from?: ScreenPoint;
}

/** Radius of an incident's shape by its severity, px. */
export const SEVERITY_RADIUS: Readonly<Record<Severity, number>> = { 1: 3.2, 2: 4, 3: 5.2, 4: 6.8, 5: 8.6 };

const LARGEST_RING = 30;

/** Rings grow with the square root of their count, so that areas compare; up to 30 px. */
export const ringRadius = (count: number): number => Math.min(LARGEST_RING, 9.5 + 2.6 * Math.sqrt(count));

const markRadius = (count: number, only: IncidentSummary | null): number =>
  only ? SEVERITY_RADIUS[only.severity] : ringRadius(count);

export function toMark(cell: BinCell, { x, y }: ScreenPoint): MapMark {
  const { count, byType, only, extent } = cell;
  const key = only?.id ?? `${cell.longitude.toFixed(4)},${cell.latitude.toFixed(4)}`;
  return { key, x, y, radius: markRadius(count, only), count, byType, only, extent };
}

export const boxAround = ({ x, y }: ScreenPoint, radius: number): Box => [
  x - radius,
  y - radius,
  x + radius,
  y + radius,
];
