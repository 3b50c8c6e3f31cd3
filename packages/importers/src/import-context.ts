import type { BBox, Incident, RowIssue } from '@corridor/domain';
import type { PlaceNames } from './place-names.ts';

/** What rows are read against: the portfolio, as plain values and look-ups. */
export interface ImportContext {
  readonly names: PlaceNames;
  /** What lies outside is refused. */
  readonly bounds: BBox;
  /** Names and codes by which sources call the portfolio's country, in any case; null takes every country. */
  readonly countries: ReadonlySet<string> | null;
  /** The district whose polygon holds a point; null outside all. */
  districtAt(longitude: number, latitude: number): string | null;
}

/**
 * A row as a record. Without a record the issues say why. With one they say what of the row is not in the record, or
 * is known less precisely in it than the row claims.
 */
export interface MappedRow {
  readonly record: Incident | null;
  readonly issues: readonly RowIssue[];
  /** A record that the source took back, which is all that the row says. */
  readonly deleted?: DeletedRecord;
}

/** Its id here, and the origin of the records that the source may take back. */
export interface DeletedRecord {
  readonly id: string;
  readonly origin: string;
}
