import type { Segment } from './merge-columns.ts';

/**
 * The rows of a table without the dropped ones (ascending), and changed row i before row `before[i]` of it (ascending).
 * O(dropped + changed).
 */
export function segmentsAt(rowCount: number, dropped: Uint32Array, before: Uint32Array): Segment[] {
  const segments: Segment[] = [];
  let row = 0;
  let nextDropped = 0;
  const keepUpTo = (end: number) => {
    for (; nextDropped < dropped.length && (dropped[nextDropped] ?? 0) < end; nextDropped++) {
      addSegment(segments, false, row, dropped[nextDropped] ?? 0);
      row = (dropped[nextDropped] ?? 0) + 1;
    }
    addSegment(segments, false, row, end);
    row = Math.max(row, end);
  };
  before.forEach((end, index) => {
    keepUpTo(end);
    addSegment(segments, true, index, index + 1);
  });
  keepUpTo(rowCount);
  return segments;
}

/**
 * The rows of a table without the dropped ones, and changed row i as row `at[i]` of what comes out (ascending). Throws
 * RangeError where the rows do not come out gapless.
 */
export function segmentsTo(rowCount: number, dropped: Uint32Array, at: Uint32Array): Segment[] {
  const before = new Uint32Array(at.length);
  let nextDropped = 0;
  at.forEach((target, index) => {
    /** How many kept rows come before it. */
    const kept = target - index;
    if (kept < 0 || kept > rowCount - dropped.length || (index > 0 && target <= (at[index - 1] ?? 0)))
      throw new RangeError(`changed row ${index} cannot be row ${target}`);
    while (nextDropped < dropped.length && (dropped[nextDropped] ?? 0) - nextDropped <= kept) nextDropped++;
    before[index] = kept + nextDropped;
  });
  return segmentsAt(rowCount, dropped, before);
}

function addSegment(segments: Segment[], isChanged: boolean, from: number, to: number): void {
  if (from >= to) return;
  const last = segments.at(-1);
  if (last && last.isChanged === isChanged && last.to === from) segments[segments.length - 1] = { ...last, to };
  else segments.push({ isChanged, from, to });
}
