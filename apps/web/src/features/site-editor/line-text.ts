import type { LonLat } from '@corridor/geography';

/** To ten metres, which is finer than any schematic line. */
const DIGITS = 4;

export function roundDegrees(degrees: number): number {
  return Number(degrees.toFixed(DIGITS));
}

/** A line as it is typed: a point a line, latitude first, as maps and people say it. */
export function writeLine(line: readonly LonLat[]): string {
  return line.map(([longitude, latitude]) => `${latitude}, ${longitude}`).join('\n');
}

/** The line of a text; null where some line of it is no point on the Earth. */
export function readLine(text: string): [number, number][] | null {
  const points: [number, number][] = [];
  for (const row of text.split('\n')) {
    if (row.trim() === '') continue;
    const match = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(row);
    if (!match) return null;
    const [latitude, longitude] = [Number(match[1]), Number(match[2])];
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
    points.push([longitude, latitude]);
  }
  return points;
}

/** The line with a new point where it makes the least detour; before the first and after the last count too. */
export function insertPoint(line: readonly LonLat[], at: LonLat): LonLat[] {
  let [best, least] = [line.length, Number.POSITIVE_INFINITY];
  for (let index = 0; index <= line.length; index++) {
    const [before, after] = [line[index - 1], line[index]];
    const detour =
      before && after
        ? distance(before, at) + distance(at, after) - distance(before, after)
        : distance(before ?? after ?? at, at);
    if (detour < least) [best, least] = [index, detour];
  }
  return line.toSpliced(best, 0, at);
}

/** Flat: only which is shorter is asked. */
function distance(a: LonLat, b: LonLat): number {
  return Math.hypot((a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180), a[1] - b[1]);
}
