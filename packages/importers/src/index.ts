export { ACLED_LICENCE, ACLED_ORIGIN, mapAcled } from './acled/map-acled.ts';
export {
  CSV_LIMITS,
  type CsvFault,
  type CsvLimits,
  type CsvReader,
  type CsvRecord,
  createCsvReader,
} from './csv/csv-reader.ts';
export { createTextReader, type TextEncoding, type TextReader } from './csv/decode-text.ts';
export { type RowBatch, readCsvRows } from './csv/read-csv-rows.ts';
export { GTD_LICENCE, GTD_ORIGIN, mapGtd } from './gtd/map-gtd.ts';
export type { ImportContext, MappedRow } from './import-context.ts';
export { createPlaceNames, type PlaceNames } from './place-names.ts';
export type { SourceRow } from './source-row.ts';
export { mapUcdp, UCDP_CANDIDATE_ORIGIN, UCDP_LICENCE, UCDP_ORIGIN } from './ucdp/map-ucdp.ts';
