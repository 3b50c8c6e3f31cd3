import type { District, RowIssue } from '@corridor/domain';
import { z } from 'zod';
import { codeCell, listCell, numberCell, readCells, requiredCell, textCell } from './cells.ts';
import type { CsvRow } from './read-csv.ts';

const districtCells = z.object({
  district: requiredCell,
  alt_names: listCell,
  admin1: requiredCell,
  latitude: numberCell,
  longitude: numberCell,
  boundary_id: requiredCell,
  boundary_match: codeCell(['own', 'parent']),
  note: textCell,
});

export const DISTRICT_COLUMNS: readonly string[] = Object.keys(districtCells.shape);

/** One row of `districts.csv`, or null with the reasons added to `issues`. */
export function readDistrict(row: CsvRow, issues: RowIssue[]): District | null {
  const cells = readCells(row, districtCells, issues);
  return (
    cells && {
      name: cells.district,
      aliases: cells.alt_names.filter((alias) => alias !== cells.district),
      province: cells.admin1,
      latitude: cells.latitude,
      longitude: cells.longitude,
      boundaryId: cells.boundary_id,
      boundaryMatch: cells.boundary_match,
    }
  );
}
