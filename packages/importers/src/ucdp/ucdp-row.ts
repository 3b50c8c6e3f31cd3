import { parseDay } from '@corridor/domain';
import { z } from 'zod';
import { codeCell, countCell, degreesCell, optionalTextCell, requiredCell } from '../cells.ts';

/** `1990-10-04`, in most versions with `00:00:00.000` after it; `10/4/1990 12:00:00 AM` in some. */
const ucdpDateCell = z.string().transform((text, context) => {
  const iso = text.trim().slice(0, 10);
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text.trim()) ?? [];
  const date = year === '' ? iso : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (parseDay(date) !== null) return date;
  context.addIssue({ code: 'custom', message: 'is an existing date YYYY-MM-DD' });
  return z.NEVER;
});

/**
 * What is read of a row of UCDP's Georeferenced Event Dataset or of its monthly Candidate (codebook 24.1). Older versions
 * lack `code_status`, `number_of_sources`, the source columns but `source_article`, and `iso3`, and may have no
 * `latitude` and `longitude` beside `geom_wkt`.
 */
export const ucdpRowSchema = z.object({
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
  latitude: degreesCell.default(null),
  longitude: degreesCell.default(null),
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
export type UcdpRow = z.infer<typeof ucdpRowSchema>;
