import type { Sort, SortKey } from '@corridor/domain';

/** Every column in the order in which the table shows them; the ids stand in URLs. */
export const COLUMN_IDS = [
  'date',
  'type',
  'title',
  'subType',
  'status',
  'district',
  'province',
  'place',
  'precision',
  'actor',
  'targetType',
  'aimedAt',
  'killed',
  'wounded',
  'abducted',
  'chineseKilled',
  'chineseWounded',
  'attackersKilled',
  'severity',
  'grade',
  'origin',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'date',
  'type',
  'title',
  'district',
  'actor',
  'targetType',
  'killed',
  'wounded',
  'severity',
  'grade',
];

/** A row without its date or its name is no row. */
export const FIXED_COLUMNS: ReadonlySet<ColumnId> = new Set<ColumnId>(['date', 'title']);

interface ColumnTraits {
  /** Pixels with padding; the title takes what is left, but not less than this. */
  readonly width: number;
  readonly sortKey?: SortKey;
  readonly numeric?: boolean;
}

export const COLUMN_TRAITS: Readonly<Record<ColumnId, ColumnTraits>> = {
  date: { width: 124, sortKey: 'date' },
  type: { width: 28 },
  title: { width: 200, sortKey: 'title' },
  subType: { width: 164 },
  status: { width: 104 },
  district: { width: 114, sortKey: 'district' },
  province: { width: 116 },
  place: { width: 160 },
  precision: { width: 152 },
  actor: { width: 132, sortKey: 'actor' },
  targetType: { width: 126, sortKey: 'targetType' },
  aimedAt: { width: 160 },
  killed: { width: 62, sortKey: 'killed', numeric: true },
  wounded: { width: 80, sortKey: 'wounded', numeric: true },
  abducted: { width: 76, numeric: true },
  chineseKilled: { width: 100, numeric: true },
  chineseWounded: { width: 122, numeric: true },
  attackersKilled: { width: 114, numeric: true },
  severity: { width: 84, sortKey: 'severity' },
  grade: { width: 74, sortKey: 'grade' },
  origin: { width: 132 },
};

/** The columns a URL asks for, in the table's order; names it does not know are left out. */
export function parseColumns(names: readonly string[] | undefined): readonly ColumnId[] {
  if (names === undefined) return DEFAULT_COLUMNS;
  return COLUMN_IDS.filter((id) => FIXED_COLUMNS.has(id) || names.includes(id));
}

/** What the URL holds after a column was switched: nothing where the choice is the default one. */
export function toggleColumn(columns: readonly ColumnId[], id: ColumnId): ColumnId[] | undefined {
  const next = COLUMN_IDS.filter((other) => (other === id ? !columns.includes(id) : columns.includes(other)));
  return next.join() === DEFAULT_COLUMNS.join() ? undefined : next;
}

/** What goes first where the default columns do not fit; each can be read in the record. */
const DROP_ORDER: readonly ColumnId[] = ['targetType', 'actor', 'grade', 'wounded', 'severity', 'district', 'killed'];

/** The columns that fit a width without scrolling, the least needed left out first. */
export function fitColumns(columns: readonly ColumnId[], width: number): readonly ColumnId[] {
  let kept = columns;
  for (const id of DROP_ORDER) {
    if (columnsWidth(kept) <= width) break;
    kept = kept.filter((other) => other !== id);
  }
  return kept;
}

export function columnsWidth(columns: readonly ColumnId[]): number {
  return columns.reduce((sum, id) => sum + COLUMN_TRAITS[id].width, 0);
}

/** The order after a click on a column's head: figures and dates begin with the highest, words with A. */
export function nextSort(current: Sort, by: SortKey): Sort {
  if (current.by === by) return { by, descending: !current.descending };
  return { by, descending: by === 'date' || by === 'severity' || by === 'killed' || by === 'wounded' };
}
