import type { Incident } from '@corridor/domain';

/** Roughly, in bytes: the text fields are nearly all of a record, and most are ASCII. */
export function recordBytes(incidents: readonly Incident[]): number {
  let size = 0;
  for (const { title, summary, notes, sources, claims } of incidents) {
    size += 1000 + title.length + summary.length + notes.length + (sources.length + claims.length) * 300;
  }
  return size;
}
