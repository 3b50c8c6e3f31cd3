import { parseDay } from '@corridor/domain';
import { CellFault, type CellReader } from '../cells.ts';
import { readWrittenDate } from '../written-date.ts';

const NO_DATE = new CellFault('must be an existing date, written YYYY-MM-DD or dd Month yyyy');

/** The API gives `2024-10-07`, older exports `07 October 2024`. */
export const acledDateCell: CellReader<string> = (text) => {
  const trimmed = text?.trim() ?? '';
  return (parseDay(trimmed) === null ? readWrittenDate(trimmed) : trimmed) ?? NO_DATE;
};
