import { at, BLOCK_SLOTS, EAST, EDGES_PER_BLOCK, NORTH, type Path, SOUTH, WEST } from './path.ts';

/**
 * Whether two paths meet, touching included, with edges straight in longitude and latitude.
 * Blocks whose boxes lie apart are skipped: O(blocks of a · blocks of b) in practice.
 */
export function pathsCross(a: Path, b: Path): boolean {
  for (let i = 0; i < a.blocks.length; i += BLOCK_SLOTS) {
    for (let j = 0; j < b.blocks.length; j += BLOCK_SLOTS) {
      if (boxesMeet(a.blocks, i, b.blocks, j) && blocksCross(a, i, b, j)) return true;
    }
  }
  return false;
}

function boxesMeet(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  return (
    at(a, i + WEST) <= at(b, j + EAST) &&
    at(b, j + WEST) <= at(a, i + EAST) &&
    at(a, i + SOUTH) <= at(b, j + NORTH) &&
    at(b, j + SOUTH) <= at(a, i + NORTH)
  );
}

function blocksCross(a: Path, i: number, b: Path, j: number): boolean {
  const firstA = (i / BLOCK_SLOTS) * EDGES_PER_BLOCK;
  const firstB = (j / BLOCK_SLOTS) * EDGES_PER_BLOCK;
  const endA = Math.min(firstA + EDGES_PER_BLOCK, a.edges.length);
  const endB = Math.min(firstB + EDGES_PER_BLOCK, b.edges.length);
  for (let m = firstA; m < endA; m++) {
    for (let n = firstB; n < endB; n++) {
      if (edgesMeet(a.degrees, 2 * at(a.edges, m), b.degrees, 2 * at(b.edges, n))) return true;
    }
  }
  return false;
}

function edgesMeet(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  const fromB1 = side(b, j, j + 2, a, i);
  const fromB2 = side(b, j, j + 2, a, i + 2);
  const fromA1 = side(a, i, i + 2, b, j);
  const fromA2 = side(a, i, i + 2, b, j + 2);
  if (fromB1 * fromB2 < 0 && fromA1 * fromA2 < 0) return true;
  return (
    (fromB1 === 0 && between(b, j, a, i)) ||
    (fromB2 === 0 && between(b, j, a, i + 2)) ||
    (fromA1 === 0 && between(a, i, b, j)) ||
    (fromA2 === 0 && between(a, i, b, j + 2))
  );
}

/** On which side of the line from `start` to `end` a point lies: -1, 0 on it, 1. */
function side(line: Float64Array, start: number, end: number, points: Float64Array, point: number): number {
  const x = at(line, start);
  const y = at(line, start + 1);
  return Math.sign(
    (at(line, end) - x) * (at(points, point + 1) - y) - (at(line, end + 1) - y) * (at(points, point) - x),
  );
}

function between(line: Float64Array, start: number, points: Float64Array, point: number): boolean {
  const x = at(points, point);
  const y = at(points, point + 1);
  const x1 = at(line, start);
  const y1 = at(line, start + 1);
  const x2 = at(line, start + 2);
  const y2 = at(line, start + 3);
  return Math.min(x1, x2) <= x && x <= Math.max(x1, x2) && Math.min(y1, y2) <= y && y <= Math.max(y1, y2);
}
