import type { GazetteerPlace, RowIssue } from '@corridor/domain';
import { z } from 'zod';
import { listCell, numberCell, readCells, requiredCell, textCell } from './cells.ts';
import type { CsvRow } from './read-csv.ts';
import type { References } from './references.ts';

const placeCells = z.object({
  name: requiredCell,
  alt_names: listCell,
  admin1: textCell,
  admin2: textCell,
  latitude: numberCell,
  longitude: numberCell,
  kind: requiredCell,
});

export const GAZETTEER_COLUMNS: readonly string[] = Object.keys(placeCells.shape);

/**
 * One row of `gazetteer.csv`, or null with the reasons added to `issues`. A province or district that is not known is
 * an issue and is left blank.
 */
export function readGazetteerPlace(row: CsvRow, references: References, issues: RowIssue[]): GazetteerPlace | null {
  const cells = readCells(row, placeCells, issues);
  if (!cells || !references.isWithinBounds(cells.longitude, cells.latitude, row)) return null;
  const province = references.province(cells.admin1, row);
  return {
    name: cells.name,
    aliases: cells.alt_names,
    province: province ?? '',
    district: references.district(cells.admin2, province, row) ?? '',
    latitude: cells.latitude,
    longitude: cells.longitude,
    kind: cells.kind,
  };
}
