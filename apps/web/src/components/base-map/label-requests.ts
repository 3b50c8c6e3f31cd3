import type { Town } from './base-lines.ts';
import type { MapProjection, ScreenPoint } from './map-projection.ts';
import type { Box, LabelRequest } from './place-labels.ts';

/** A box that labels keep clear of. A town under one with `names` is named beside it instead of beside its own dot. */
export interface Obstacle {
  readonly box: Box;
  readonly names: boolean;
}

export type LabelKind = 'sea' | 'country' | 'province' | 'city' | 'town';

export interface MapLabel {
  readonly kind: LabelKind;
  readonly request: LabelRequest;
  readonly dot: boolean;
}

const STYLES: Readonly<Record<LabelKind, { fontSize: number; weight: number; spacing: number }>> = {
  sea: { fontSize: 12, weight: 400, spacing: 1.2 },
  country: { fontSize: 11, weight: 500, spacing: 2.4 },
  province: { fontSize: 11, weight: 500, spacing: 1.8 },
  city: { fontSize: 12, weight: 600, spacing: 0 },
  town: { fontSize: 11, weight: 500, spacing: 0 },
};

const DOT_GAP = 5;
const PX2_PER_TOWN = 15_000;

export function withText(kind: LabelKind, text: string, { x, y }: ScreenPoint): MapLabel {
  const { fontSize, weight, spacing } = STYLES[kind];
  const width = measureText(text, fontSize, weight) + text.length * spacing;
  return {
    kind,
    dot: false,
    request: { key: `${kind}:${text}`, text, x, y, width, fontSize, centred: true, gap: 0 },
  };
}

/** The towns to name at this zoom, the most important first, and at most one for each 15,000 px² of map. */
export function findTownRequests(
  towns: readonly Town[],
  projection: MapProjection,
  obstacles: readonly Obstacle[],
): readonly MapLabel[] {
  const { zoom, west, south, east, north, width, height } = projection;
  const lowestRank = zoom >= 7 ? 3 : zoom >= 5 ? 2 : 1;
  const limit = Math.max(6, Math.round((width * height) / PX2_PER_TOWN));
  return towns
    .filter(
      ({ rank, longitude, latitude }) =>
        rank <= lowestRank && longitude > west && longitude < east && latitude > south && latitude < north,
    )
    .slice(0, limit)
    .map((town) => townLabel(town, projection, obstacles));
}

function townLabel(town: Town, projection: MapProjection, obstacles: readonly Obstacle[]): MapLabel {
  const kind: LabelKind = town.rank <= 1 ? 'city' : 'town';
  const { fontSize, weight } = STYLES[kind];
  const at = projection.project(town.longitude, town.latitude);
  const marker = obstacles.find(({ names, box }) => names && contains(box, at));
  const anchor = marker ? centreOf(marker.box) : at;
  const gap = marker ? (marker.box[2] - marker.box[0]) / 2 + 3 : DOT_GAP;
  const key = `town:${town.name}:${town.longitude}:${town.latitude}`;
  const width = measureText(town.name, fontSize, weight);
  return {
    kind,
    dot: !marker,
    request: { key, text: town.name, x: anchor.x, y: anchor.y, width, fontSize, centred: false, gap },
  };
}

const contains = (box: Box, { x, y }: ScreenPoint): boolean => x > box[0] && x < box[2] && y > box[1] && y < box[3];
const centreOf = (box: Box): ScreenPoint => ({ x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 });

let context: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** Width of a text as the map prints it, px. */
export function measureText(text: string, fontSize: number, weight: number): number {
  const key = `${weight} ${fontSize} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * fontSize * 0.56;
  context.font = `${weight} ${fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}
