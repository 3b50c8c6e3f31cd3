import { type IncidentColumns, TOLL_WIDTH } from './incident-columns.ts';

/** More than any toll: 32-bit integers. */
const SEVERITY_STEP = 2 ** 32;

/** One number for each row that orders rows by severity, then by the killed; unknown counts as none, as in severity. O(rows), 8 bytes a row. */
export function gravityOf({ severity, toll, tolls }: IncidentColumns): Float64Array {
  const gravity = new Float64Array(toll.codes.length);
  for (let row = 0; row < gravity.length; row++) {
    const killed = Math.max(0, tolls[(toll.codes[row] ?? 0) * TOLL_WIDTH + 1] ?? 0);
    gravity[row] = (severity.codes[row] ?? 0) * SEVERITY_STEP + killed;
  }
  return gravity;
}
