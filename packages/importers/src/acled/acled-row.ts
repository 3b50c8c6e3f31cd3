import {
  codeCell,
  countCell,
  degreesCell,
  listCell,
  optionalTextCell,
  type RowOf,
  requiredCell,
  rowReader,
  textCell,
} from '../cells.ts';
import { acledDateCell } from './acled-date.ts';

/**
 * What is read of a row of an ACLED export (ACLED codebook): 31 columns, in older exports also `data_id`,
 * `event_id_no_cnty` and `iso3`, without `disorder_type`, `civilian_targeting` and `tags`.
 */
export const readAcledRow = rowReader({
  event_id_cnty: requiredCell,
  event_date: acledDateCell,
  time_precision: codeCell(['1', '2', '3']),
  event_type: requiredCell,
  sub_event_type: requiredCell,
  actor1: textCell,
  assoc_actor_1: listCell,
  actor2: textCell,
  assoc_actor_2: listCell,
  inter2: optionalTextCell,
  civilian_targeting: optionalTextCell,
  iso: optionalTextCell,
  country: textCell,
  admin1: textCell,
  admin2: textCell,
  admin3: optionalTextCell,
  location: textCell,
  latitude: degreesCell,
  longitude: degreesCell,
  geo_precision: codeCell(['1', '2', '3']),
  source: listCell,
  source_scale: optionalTextCell,
  notes: textCell,
  fatalities: countCell,
  tags: listCell,
});
export type AcledRow = RowOf<typeof readAcledRow>;
