import type { CsvRecord } from '../csv/csv-reader.ts';
import { ImportFault } from '../import-fault.ts';

/** The records of a sheet up to what cannot be read, which is told instead of thrown. */
export function* upToFault(
  records: Iterable<readonly CsvRecord[]>,
  tell: (fault: ImportFault) => void,
): Generator<readonly CsvRecord[]> {
  try {
    yield* records;
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    tell(error);
  }
}
