import { parseDay } from '@corridor/domain';
import {
  CellFault,
  type CellReader,
  codeCell,
  countCell,
  degreesCell,
  optionalTextCell,
  type RowOf,
  requiredCell,
  rowReader,
} from '../cells.ts';

const NO_DATE = new CellFault('must be an existing date, written YYYY-MM-DD');

/** `1990-10-04`, in most versions with `00:00:00.000` after it; `10/4/1990 12:00:00 AM` in some. */
const ucdpDateCell: CellReader<string> = (text = '') => {
  const iso = text.trim().slice(0, 10);
  if (parseDay(iso) !== null) return iso;
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text.trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(date) === null ? NO_DATE : date;
};

/** Older versions have the position in `geom_wkt` alone. */
const optionalDegreesCell: CellReader<number | null> = (text) => degreesCell(text ?? '');

/**
 * What is read of a row of UCDP's Georeferenced Event Dataset or of its monthly Candidate (codebook 24.1). Older versions
 * lack `code_status`, `number_of_sources`, the source columns but `source_article`, and `iso3`, and may have no
 * `latitude` and `longitude` beside `geom_wkt`.
 */
export const readUcdpRow = rowReader({
  id: requiredCell,
  relid: optionalTextCell,
  code_status: optionalTextCell,
  type_of_violence: codeCell(['1', '2', '3']),
  conflict_name: optionalTextCell,
  dyad_name: optionalTextCell,
  side_a: requiredCell,
  side_b: requiredCell,
  source_article: optionalTextCell,
  source_office: optionalTextCell,
  source_date: optionalTextCell,
  source_headline: optionalTextCell,
  source_original: optionalTextCell,
  where_prec: codeCell(['1', '2', '3', '4', '5', '6', '7']),
  where_coordinates: optionalTextCell,
  where_description: optionalTextCell,
  adm_1: optionalTextCell,
  adm_2: optionalTextCell,
  latitude: optionalDegreesCell,
  longitude: optionalDegreesCell,
  geom_wkt: optionalTextCell,
  country: optionalTextCell,
  event_clarity: codeCell(['1', '2']),
  date_prec: codeCell(['1', '2', '3', '4', '5']),
  date_start: ucdpDateCell,
  date_end: ucdpDateCell,
  deaths_a: countCell,
  deaths_b: countCell,
  deaths_civilians: countCell,
  deaths_unknown: countCell,
  best: countCell,
  high: countCell,
  low: countCell,
  gwnob: optionalTextCell,
});
export type UcdpRow = RowOf<typeof readUcdpRow>;
