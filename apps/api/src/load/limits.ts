import type { LaneLimits } from './lane.ts';

/** What the server takes on before it says no. */
export interface Limits {
  /** Answers are computed and small. Several at once, since some wait for the database. */
  readonly answers: LaneLimits;
  /** Exports read the store while they are sent: each holds some MB, and a place until its reader has all of it. */
  readonly exports: LaneLimits;
  /** Arrow exports are made whole before they are sent: some 270 bytes an incident each. */
  readonly arrowExports: LaneLimits;
  /** The table is encoded once and kept: a reader costs little, whatever its pace. */
  readonly tables: LaneLimits;
  /** Writes take turns in the database, and wait until what they wrote is answered. */
  readonly writes: LaneLimits;
  /** Articles that are handed in may have to be fetched from others first, who take their time. */
  readonly pastes: LaneLimits;
  /** Tables of the past that are built: one at a time, and who waits for the same one finds it kept. */
  readonly past: LaneLimits;
  /** Request bodies that are being received. */
  readonly bodies: { readonly atOnce: number; readonly longestMs: number; readonly maxBytes: number };
  /** Files that are being uploaded to be imported: each is written to the disk as it comes. */
  readonly uploads: { readonly atOnce: number; readonly maxBytes: number };
  /** Bytes of answers that their readers have not taken yet. */
  readonly unsentBytes: number;
}

export const LIMITS: Limits = {
  answers: { atOnce: 4, waiting: 128, longestWaitMs: 5_000 },
  exports: { atOnce: 8, waiting: 16, longestWaitMs: 10_000 },
  arrowExports: { atOnce: 3, waiting: 16, longestWaitMs: 10_000 },
  tables: { atOnce: 64, waiting: 64, longestWaitMs: 10_000 },
  writes: { atOnce: 4, waiting: 64, longestWaitMs: 5_000 },
  pastes: { atOnce: 4, waiting: 16, longestWaitMs: 5_000 },
  past: { atOnce: 1, waiting: 64, longestWaitMs: 60_000 },
  bodies: { atOnce: 64, longestMs: 10_000, maxBytes: 128 * 1024 },
  uploads: { atOnce: 2, maxBytes: 2 * 1024 ** 3 },
  unsentBytes: 128 * 1024 * 1024,
};
