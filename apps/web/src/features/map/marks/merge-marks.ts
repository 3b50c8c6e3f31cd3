import type { BBox } from '@corridor/domain';
import type { ScreenPoint } from '../../../components/base-map/index.ts';
import { type MapMark, ringRadius } from './map-mark.ts';

/** How near two marks may come, as a part of the sum of their radii. */
const CLOSEST = 1;

interface Pairing {
  mark: MapMark;
  /** The mark that this one lies over most, among those after it, and their room: below 0. */
  partner: Pairing | null;
  room: number;
}

/**
 * Joins marks of neighbouring grid cells that would cover each other, nearest first. The joined mark stands at their
 * mean position and counts both. O(n²) once and O(n) for most joins; a screen holds a few hundred cells at most.
 */
export function mergeMarks(marks: readonly MapMark[]): readonly MapMark[] {
  const pairings = marks.map((mark): Pairing => ({ mark, partner: null, room: 0 }));
  for (const [index, pairing] of pairings.entries()) findPartner(pairing, pairings, index + 1);
  for (;;) {
    const first = pairings.reduce<Pairing | null>((best, one) => (one.room < (best?.room ?? 0) ? one : best), null);
    const second = first?.partner;
    if (!first || !second) return pairings.map(({ mark }) => mark);
    pairings.splice(pairings.indexOf(first), 1);
    pairings.splice(pairings.indexOf(second), 1);
    for (const [index, pairing] of pairings.entries()) {
      if (pairing.partner === first || pairing.partner === second) findPartner(pairing, pairings, index + 1);
    }
    const joined: Pairing = { mark: join(first.mark, second.mark), partner: null, room: 0 };
    for (const pairing of pairings) consider(pairing, joined);
    pairings.push(joined);
  }
}

function findPartner(pairing: Pairing, pairings: readonly Pairing[], from: number): void {
  pairing.partner = null;
  pairing.room = 0;
  for (let index = from; index < pairings.length; index++) {
    const other = pairings[index];
    if (other) consider(pairing, other);
  }
}

function consider(pairing: Pairing, other: Pairing): void {
  const [a, b] = [pairing.mark, other.mark];
  const room = Math.hypot(a.x - b.x, a.y - b.y) - (a.radius + b.radius) * CLOSEST;
  if (room >= pairing.room) return;
  pairing.partner = other;
  pairing.room = room;
}

function join(a: MapMark, b: MapMark): MapMark {
  const count = a.count + b.count;
  return {
    key: `${a.key}+${b.key}`,
    x: (a.x * a.count + b.x * b.count) / count,
    y: (a.y * a.count + b.y * b.count) / count,
    radius: ringRadius(count),
    count,
    byType: a.byType.map((value, index) => value + (b.byType[index] ?? 0)),
    only: null,
    extent: union(a.extent, b.extent),
  };
}

const union = (a: BBox, b: BBox): BBox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Moves marks that lie under the ring round a selected place to its rim, `gap` px away, and remembers where they belong. */
export function moveAside(
  marks: readonly MapMark[],
  place: ScreenPoint,
  ring: number,
  gap: number,
): readonly MapMark[] {
  return marks.map((mark) => {
    const distance = Math.hypot(mark.x - place.x, mark.y - place.y);
    if (distance >= mark.radius + ring) return mark;
    const [dx, dy] = distance < 1 ? [-0.8, 0.6] : [(mark.x - place.x) / distance, (mark.y - place.y) / distance];
    const away = mark.radius + ring + gap;
    return { ...mark, x: place.x + dx * away, y: place.y + dy * away, from: { x: mark.x, y: mark.y } };
  });
}
