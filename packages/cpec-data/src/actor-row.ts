import { ACTOR_KINDS, type Actor, type RowIssue } from '@corridor/domain';
import { z } from 'zod';
import { codeCell, listCell, readCells, requiredCell, textCell } from './cells.ts';
import type { CsvRow } from './read-csv.ts';

const actorCells = z.object({ name: requiredCell, aliases: listCell, kind: codeCell(ACTOR_KINDS), note: textCell });

export const ACTOR_COLUMNS: readonly string[] = Object.keys(actorCells.shape);

/** One row of `actors.csv`, or null with the reasons added to `issues`. */
export function readActor(row: CsvRow, issues: RowIssue[]): Actor | null {
  return readCells(row, actorCells, issues);
}
