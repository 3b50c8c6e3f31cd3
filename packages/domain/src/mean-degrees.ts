/**
 * Degrees in two whole numbers, of 2^-20 and of 2^-50 degrees: sums of such are exact for ten million incidents, so that
 * they can be added to and taken from in any order. The parts together are more exact than a degree as a number is.
 */
const COARSE = 2 ** 20;
const FINE = 2 ** 30;

/** A longitude or latitude as two whole numbers, whose sums `meanDegrees` takes. */
export function degreeParts(degrees: number): readonly [coarse: number, fine: number] {
  const coarse = Math.round(degrees * COARSE);
  return [coarse, Math.round((degrees * COARSE - coarse) * FINE)];
}

/**
 * The mean, in degrees, of so many positions by the sums of their parts: to the last digit the same in whatever order they
 * were summed, up to ten million.
 */
export function meanDegrees(coarse: number, fine: number, count: number): number {
  return (coarse + fine / FINE) / COARSE / count;
}
