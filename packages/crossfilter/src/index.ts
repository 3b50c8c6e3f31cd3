export {
  type CodeColumn,
  type Codes,
  type Column,
  codeColumn,
  createCodes,
  type LinkedColumn,
  type ListColumn,
  linkedColumn,
  listColumn,
  pairColumns,
} from './column.ts';
export { Crossfilter, type FilterId, type RangeCountOptions, type RowSet } from './crossfilter.ts';
export type { RowMoves } from './row-moves.ts';
export type { RunGroups } from './run-groups.ts';
