import type { Area, BBox } from '@corridor/domain';
import { haversineKm, type LonLat, type Target, type Uncertainty } from '@corridor/geography';

/** Below every radius by which kilometres are turned into angles, so that no reach comes out too short. */
const LEAST_EARTH_RADIUS_KM = 6371;
/** Added to every reach: more than what a course of two steps differs by from the great circle, up to 89° of latitude. */
const SLACK_KM = 0.5;
/** Straight courses are walked in steps of at most this many degrees: 16 km or less. */
const STEP_DEGREES = 0.1;
/** Points of a line that share a ball. */
const POINTS_A_BALL = 8;
const RADIANS = Math.PI / 180;
/** A ball: unit vector of its centre, and its radius as an angle. */
const SLOTS = 4;

/**
 * Balls that hold all that may lie within a radius of a target. What does not meet one of them is certainly outside,
 * without measuring a distance. A point has one ball, a line one for every eight points of its course.
 */
export class TargetReach {
  /** SLOTS numbers for each ball. */
  readonly balls: Float64Array;

  constructor(target: Target, radiusKm: number) {
    const course = target.kind === 'point' ? [target.at] : courseOf(target.line);
    const count = Math.max(1, Math.ceil((course.length - 1) / (POINTS_A_BALL - 1)));
    this.balls = new Float64Array(count * SLOTS);
    for (let ball = 0; ball < count; ball++) {
      const first = ball * (POINTS_A_BALL - 1);
      writeBall(this.balls, ball * SLOTS, course.slice(first, first + POINTS_A_BALL), radiusKm + SLACK_KM);
    }
  }
}

/** One ball that holds an area: round its boundary, so that what does not meet it is certainly outside. */
export function reachOfArea(area: Area): TargetReach {
  if (area.kind === 'circle') return new TargetReach({ kind: 'point', at: area.center }, area.radiusKm);
  const course = closedCourseOf(area.kind === 'polygon' ? area.ring : cornersOf(area.bbox));
  const longitudes = course.map(([longitude]) => longitude);
  const latitudes = course.map(([, latitude]) => latitude);
  const center: LonLat = [
    (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
    (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
  ];
  const radiusKm = course.reduce((farthest, point) => Math.max(farthest, haversineKm(center, point)), 0);
  return new TargetReach({ kind: 'point', at: center }, radiusKm);
}

function cornersOf([west, south, east, north]: BBox): LonLat[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** One ball round each place as it is known: a disc, or the polygons of a district. 32 bytes each. */
export class UncertaintyBalls {
  readonly #balls: Float64Array;

  constructor(uncertainties: readonly Uncertainty[]) {
    this.#balls = new Float64Array(uncertainties.length * SLOTS);
    uncertainties.forEach((uncertainty, index) => {
      const isDisc = uncertainty.kind === 'disc';
      const points = isDisc ? [uncertainty.center] : uncertainty.polygons.flat().flatMap(closedCourseOf);
      writeBall(this.#balls, index * SLOTS, points, isDisc ? uncertainty.radiusKm : SLACK_KM);
    });
  }

  /** Whether a place certainly is out of reach. An angle is never less than its chord, so no angle is computed. */
  isBeyond(index: number, { balls }: TargetReach): boolean {
    const own = this.#balls;
    const at = index * SLOTS;
    const x = own[at] ?? 0;
    const y = own[at + 1] ?? 0;
    const z = own[at + 2] ?? 0;
    const angle = own[at + 3] ?? 0;
    for (let ball = 0; ball < balls.length; ball += SLOTS) {
      const dx = x - (balls[ball] ?? 0);
      const dy = y - (balls[ball + 1] ?? 0);
      const dz = z - (balls[ball + 2] ?? 0);
      const reach = angle + (balls[ball + 3] ?? 0);
      if (dx * dx + dy * dy + dz * dz <= reach * reach) return false;
    }
    return true;
  }
}

/** A ball round the middle of the points' box that holds them all, and what lies within `moreKm` of them. */
function writeBall(balls: Float64Array, at: number, points: readonly LonLat[], moreKm: number): void {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const center: LonLat = points.length === 0 ? [0, 0] : [(west + east) / 2, (south + north) / 2];
  let radiusKm = 0;
  for (const point of points) radiusKm = Math.max(radiusKm, haversineKm(center, point));
  const cos = Math.cos(center[1] * RADIANS);
  balls[at] = cos * Math.cos(center[0] * RADIANS);
  balls[at + 1] = cos * Math.sin(center[0] * RADIANS);
  balls[at + 2] = Math.sin(center[1] * RADIANS);
  balls[at + 3] = (radiusKm + moreKm) / LEAST_EARTH_RADIUS_KM;
}

/** The points of a line, and those between them on its straight course, so that none is more than a step from the next. */
function courseOf(line: readonly LonLat[]): LonLat[] {
  const points: LonLat[] = [];
  let start: LonLat | undefined;
  for (const end of line) {
    const steps = start
      ? Math.ceil(Math.max(Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])) / STEP_DEGREES)
      : 1;
    for (let step = 1; start && step < steps; step++) {
      const share = step / steps;
      points.push([start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])]);
    }
    points.push(end);
    start = end;
  }
  return points;
}

function closedCourseOf(ring: readonly LonLat[]): LonLat[] {
  const [first] = ring;
  return first ? courseOf([...ring, first]) : [];
}
