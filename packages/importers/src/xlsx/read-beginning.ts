import type { CsvRecord } from '../csv/csv-reader.ts';
import { FIRST_RECORDS, isBlankRecord } from '../table-reader.ts';

/** As much of a sheet as tells how wide its table is, or all of it; without blank rows. */
export function readBeginning(records: Iterator<readonly CsvRecord[]>): readonly CsvRecord[] {
  const beginning: CsvRecord[] = [];
  for (let next = records.next(); next.done !== true; next = records.next()) {
    beginning.push(...next.value.filter((record) => !isBlankRecord(record)));
    if (beginning.length >= FIRST_RECORDS) break;
  }
  return beginning;
}
