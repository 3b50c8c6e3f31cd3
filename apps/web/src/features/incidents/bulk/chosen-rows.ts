/** Rows that are chosen to be changed together, by id. The last one touched is where a range begins. */
export interface ChosenRows {
  readonly titles: ReadonlyMap<string, string>;
  readonly anchor: number | null;
}

export interface ChoosableRow {
  readonly id: string;
  readonly title: string;
}

/** The most that one request changes. */
export const MAX_CHOSEN = 500;

export const NONE_CHOSEN: ChosenRows = { titles: new Map(), anchor: null };

/** Chooses a row, or gives it up. */
export function toggleRow(chosen: ChosenRows, row: ChoosableRow, index: number): ChosenRows {
  const titles = new Map(chosen.titles);
  if (!titles.delete(row.id) && titles.size < MAX_CHOSEN) titles.set(row.id, row.title);
  return { titles, anchor: index };
}

/** Chooses the rows from the one last touched up to `index`; those that are not at hand stay as they are. */
export function chooseRange(
  chosen: ChosenRows,
  index: number,
  rowAt: (index: number) => ChoosableRow | undefined,
): ChosenRows {
  const from = chosen.anchor ?? index;
  const titles = new Map(chosen.titles);
  for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
    const row = rowAt(at);
    if (row && titles.size < MAX_CHOSEN) titles.set(row.id, row.title);
  }
  return { titles, anchor: index };
}

/** Chooses all of the rows. */
export function chooseAll(rows: readonly ChoosableRow[]): ChosenRows {
  return { titles: new Map(rows.slice(0, MAX_CHOSEN).map(({ id, title }) => [id, title])), anchor: null };
}
