import type { ScreenPoint } from '../../../components/base-map/index.ts';

export interface SitePlace extends ScreenPoint {
  readonly id: string;
  /** Whether an incident of the answer lies inside its ring. */
  readonly hot: boolean;
}

export interface PlacedSite extends SitePlace {
  readonly form: 'square' | 'glyph';
}

export const GLYPH_SIZE = 13;
const SQUARE_APART = 5;
const GLYPH_APART = 14.5;
const ROUNDS = 16;
const FARTHEST = 30;
const FARTHEST_AMONG_SQUARES = 9;

/** A round thing that glyphs keep clear of. */
export interface Disc extends ScreenPoint {
  readonly radius: number;
}

/**
 * Chooses each site's form and keeps them apart. With `allGlyphs` every site wears its glyph, and glyphs push each
 * other and away from `discs` by at most 30 px. Without, only sites with an incident do, and only where there is room
 * within 9 px; the others are open squares, and those that fall on one another or on a glyph are drawn once. Order
 * decides who yields. O(n²) for each of 16 rounds.
 */
export function placeSites(
  sites: readonly SitePlace[],
  allGlyphs: boolean,
  discs: readonly Disc[],
): readonly PlacedSite[] {
  const wanting = sites.filter(({ hot }) => hot || allGlyphs);
  const pushed = pushApart(wanting, discs, allGlyphs ? FARTHEST : FARTHEST_AMONG_SQUARES);
  const glyphs = allGlyphs ? pushed : withRoom(pushed, discs);
  const drawn = new Set(glyphs.map(({ id }) => id));
  const squares: PlacedSite[] = [];
  for (const site of sites) {
    if (drawn.has(site.id)) continue;
    const covered =
      squares.some((other) => distance(site, other) < SQUARE_APART) ||
      glyphs.some((glyph) => distance(site, glyph) < (GLYPH_SIZE + SQUARE_APART) / 2);
    if (!covered) squares.push({ ...site, form: 'square' });
  }
  return [...squares, ...glyphs.map((glyph): PlacedSite => ({ ...glyph, form: 'glyph' }))];
}

/** The glyphs that cover neither a disc nor one before them. */
function withRoom(glyphs: readonly SitePlace[], discs: readonly Disc[]): readonly SitePlace[] {
  const free: SitePlace[] = [];
  for (const glyph of glyphs) {
    const covers =
      discs.some((disc) => distance(glyph, disc) < disc.radius + GLYPH_SIZE / 2) ||
      free.some((other) => distance(glyph, other) < GLYPH_SIZE);
    if (!covers) free.push(glyph);
  }
  return free;
}

function pushApart(sites: readonly SitePlace[], discs: readonly Disc[], farthest: number): readonly SitePlace[] {
  const places = sites.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round++) {
    places.forEach((place, index) => {
      for (const other of places.slice(0, index)) push(place, other, GLYPH_APART, index);
      for (const disc of discs) push(place, disc, disc.radius + GLYPH_SIZE / 2 + 2, index);
      keepNear(place, sites[index] ?? place, farthest);
    });
  }
  return sites.map((site, index) => ({ ...site, ...places[index] }));
}

function push(place: { x: number; y: number }, other: ScreenPoint, apart: number, seed: number): void {
  const gap = distance(place, other);
  if (gap >= apart) return;
  const angle = gap < 0.5 ? seed * 2.4 : Math.atan2(place.y - other.y, place.x - other.x);
  place.x = other.x + apart * Math.cos(angle);
  place.y = other.y + apart * Math.sin(angle);
}

function keepNear(place: { x: number; y: number }, home: ScreenPoint, farthest: number): void {
  const away = distance(place, home);
  if (away <= farthest) return;
  place.x = home.x + ((place.x - home.x) * farthest) / away;
  place.y = home.y + ((place.y - home.y) * farthest) / away;
}

const distance = (a: ScreenPoint, b: ScreenPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
