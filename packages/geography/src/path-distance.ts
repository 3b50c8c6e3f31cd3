import { chordKm } from './haversine-km.ts';
import { at, BLOCK_SLOTS, CENTER, EDGES_PER_BLOCK, type Path, RADIUS } from './path.ts';

type Unit = readonly [x: number, y: number, z: number];

/** Kilometres from a position to the nearest point of a path. Skips blocks that cannot be nearest: O(blocks) in practice. */
export function pointToPathKm([x, y, z]: Unit, path: Path): number {
  const { blocks, edges, units } = path;
  let bound = Number.POSITIVE_INFINITY;
  for (let b = 0; b < blocks.length; b += BLOCK_SLOTS) {
    bound = Math.min(bound, toCenter(x, y, z, blocks, b) + at(blocks, b + RADIUS));
  }
  let best = bound * bound;
  for (let b = 0, first = 0; b < blocks.length; b += BLOCK_SLOTS, first += EDGES_PER_BLOCK) {
    const gap = toCenter(x, y, z, blocks, b) - at(blocks, b + RADIUS);
    if (gap > 0 && gap * gap >= best) continue;
    const end = Math.min(first + EDGES_PER_BLOCK, edges.length);
    for (let e = first; e < end; e++) best = Math.min(best, squareToEdge(x, y, z, units, at(edges, e)));
  }
  return chordKm(Math.sqrt(best));
}

/**
 * Kilometres between two paths that do not cross: then the nearest points include a vertex of one of them.
 * The most promising pair of blocks is measured first, and pairs that cannot be nearer are skipped:
 * O(blocks of a · blocks of b) in practice.
 */
export function pathGapKm(a: Path, b: Path): number {
  let nearest = Number.POSITIVE_INFINITY;
  let [nearestI, nearestJ] = [0, 0];
  for (let i = 0; i < a.blocks.length; i += BLOCK_SLOTS) {
    for (let j = 0; j < b.blocks.length; j += BLOCK_SLOTS) {
      const gap = betweenBalls(a, i, b, j);
      if (gap >= nearest) continue;
      nearest = gap;
      nearestI = i;
      nearestJ = j;
    }
  }
  let best = squareBetweenBlocks(a, nearestI, b, nearestJ, Number.POSITIVE_INFINITY);
  for (let i = 0; i < a.blocks.length; i += BLOCK_SLOTS) {
    for (let j = 0; j < b.blocks.length; j += BLOCK_SLOTS) {
      const gap = betweenBalls(a, i, b, j);
      if (gap <= 0 || gap * gap < best) best = squareBetweenBlocks(a, i, b, j, best);
    }
  }
  return chordKm(Math.sqrt(best));
}

/** `best`, or the square of the chord between two blocks where that is less. */
function squareBetweenBlocks(a: Path, i: number, b: Path, j: number, best: number): number {
  return squareFromVertices(b, j, a, i, squareFromVertices(a, i, b, j, best));
}

function squareFromVertices(a: Path, i: number, b: Path, j: number, sofar: number): number {
  const firstA = (i / BLOCK_SLOTS) * EDGES_PER_BLOCK;
  const firstB = (j / BLOCK_SLOTS) * EDGES_PER_BLOCK;
  const endB = Math.min(firstB + EDGES_PER_BLOCK, b.edges.length);
  const last = at(a.edges, Math.min(firstA + EDGES_PER_BLOCK, a.edges.length) - 1) + 1;
  let best = sofar;
  for (let vertex = at(a.edges, firstA); vertex <= last; vertex++) {
    const x = at(a.units, 3 * vertex);
    const y = at(a.units, 3 * vertex + 1);
    const z = at(a.units, 3 * vertex + 2);
    const gap = toCenter(x, y, z, b.blocks, j) - at(b.blocks, j + RADIUS);
    if (gap > 0 && gap * gap >= best) continue;
    for (let e = firstB; e < endB; e++) best = Math.min(best, squareToEdge(x, y, z, b.units, at(b.edges, e)));
  }
  return best;
}

/**
 * Square of the chord from unit vector p to the nearest point of the great-circle arc a–b. The angle to the point at
 * share t of the chord is least where (p·a + t p·e) (t − ½) e² = p·e (1 − t (1 − t) e²), e = b − a, which is linear in t.
 */
function squareToEdge(x: number, y: number, z: number, units: Float64Array, edge: number): number {
  const i = 3 * edge;
  const ax = at(units, i);
  const ay = at(units, i + 1);
  const az = at(units, i + 2);
  const ex = at(units, i + 3) - ax;
  const ey = at(units, i + 4) - ay;
  const ez = at(units, i + 5) - az;
  const square = ex * ex + ey * ey + ez * ez;
  const along = x * ex + y * ey + z * ez;
  const scale = square * (x * ax + y * ay + z * az + along / 2);
  // Beyond a quarter of the globe the arc's nearest point is one of its ends.
  const free = scale > 0 ? (along + (x * ax + y * ay + z * az) * (square / 2)) / scale : along > 0 ? 1 : 0;
  const t = Math.max(0, Math.min(1, free));
  const qx = ax + t * ex;
  const qy = ay + t * ey;
  const qz = az + t * ez;
  const lift = 1 / Math.sqrt(qx * qx + qy * qy + qz * qz);
  const dx = x - qx * lift;
  const dy = y - qy * lift;
  const dz = z - qz * lift;
  return dx * dx + dy * dy + dz * dz;
}

function toCenter(x: number, y: number, z: number, blocks: Float64Array, b: number): number {
  const dx = x - at(blocks, b + CENTER);
  const dy = y - at(blocks, b + CENTER + 1);
  const dz = z - at(blocks, b + CENTER + 2);
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}

/** Chord distance between the balls of two blocks; below 0 where they overlap. */
function betweenBalls(a: Path, i: number, b: Path, j: number): number {
  const c = i + CENTER;
  const centers = toCenter(at(a.blocks, c), at(a.blocks, c + 1), at(a.blocks, c + 2), b.blocks, j);
  return centers - at(a.blocks, i + RADIUS) - at(b.blocks, j + RADIUS);
}
