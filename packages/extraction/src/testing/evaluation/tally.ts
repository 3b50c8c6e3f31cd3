/** The fields that are measured, as they are printed. */
export const MEASURED = [
  'incident',
  'events',
  'date',
  'district',
  'type',
  'casualties',
  'Chinese nationals',
  'actors',
  'target',
  'sites',
  'background',
] as const;
export type Measured = (typeof MEASURED)[number];

export interface Tally {
  right: number;
  /** Found, and not there or not so. */
  wrong: number;
  /** There, and not found or not so. */
  missed: number;
}

export interface Measures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export type Tallies = Readonly<Record<Measured, Tally>>;

export function emptyTallies(): Tallies {
  const empty = (): Tally => ({ right: 0, wrong: 0, missed: 0 });
  return {
    incident: empty(),
    events: empty(),
    date: empty(),
    district: empty(),
    type: empty(),
    casualties: empty(),
    'Chinese nationals': empty(),
    actors: empty(),
    target: empty(),
    sites: empty(),
    background: empty(),
  };
}

/** Counts what was found against what was expected, each once; null expects and finds nothing. */
export function count(tally: Tally, expected: readonly string[], found: readonly string[]): void {
  for (const one of new Set(expected)) {
    if (found.includes(one)) tally.right += 1;
    else tally.missed += 1;
  }
  for (const one of new Set(found)) if (!expected.includes(one)) tally.wrong += 1;
}

/** Precision, recall and their harmonic mean; 1 where there is nothing to find and nothing was found. */
export function measuresOf({ missed, right, wrong }: Tally): Measures {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
  };
}
