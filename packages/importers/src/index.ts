export type { AcledCredentials } from './acled/acled-session.ts';
export { ACLED_LICENCE, ACLED_ORIGIN, mapAcled } from './acled/map-acled.ts';
export { ACLED_API_COLUMNS, acledCursorSchema, readAcledApi } from './acled/read-acled-api.ts';
export {
  type ApiAnswer,
  ApiFault,
  type ApiFaultCode,
  type ApiFetch,
  type ApiRequest,
  type Clock,
} from './api/api-fetch.ts';
export type { ApiBatch } from './api/api-rows.ts';
export { writeApiHeader, writeApiRows } from './api/write-api-rows.ts';
export {
  CSV_LIMITS,
  type CsvFault,
  type CsvLimits,
  type CsvReader,
  type CsvRecord,
  createCsvReader,
} from './csv/csv-reader.ts';
export { createTextReader, type TextEncoding, type TextReader } from './csv/decode-text.ts';
export { readCsvRows } from './csv/read-csv-rows.ts';
export { featureRow, isOwnFeature, mapOwnFeature } from './geojson/map-feature.ts';
export { type Feature, type FeatureBatch, readFeatures } from './geojson/read-features.ts';
export { GTD_LICENCE, GTD_ORIGIN, mapGtd } from './gtd/map-gtd.ts';
export type { DeletedRecord, ImportContext, MappedRow } from './import-context.ts';
export { ImportFault, type ImportFaultCode } from './import-fault.ts';
export { type GuessedMapping, guessMapping } from './mapped/guess-mapping.ts';
export { mapTable } from './mapped/map-table.ts';
export { type Mapping, mappingSchema } from './mapped/mapping.ts';
export { mapOwn } from './own/map-own.ts';
export { createPlaceNames, type PlaceNames } from './place-names.ts';
export { type ImportedBatch, type ImportedFile, type ImportedRow, readFile } from './read-file.ts';
export { FORMATS, type Format, formatOfColumns, RECOGNISED_BY, recogniseFormat } from './recognise-format.ts';
export { inSheet, type LaterSheet, type SourceRow } from './source-row.ts';
export type { RowBatch } from './table-reader.ts';
export { mapUcdp, UCDP_CANDIDATE_ORIGIN, UCDP_LICENCE, UCDP_ORIGIN } from './ucdp/map-ucdp.ts';
export { readUcdpApi, UCDP_API_COLUMNS, ucdpCursorSchema } from './ucdp/read-ucdp-api.ts';
export { readXlsxRows } from './xlsx/read-xlsx-rows.ts';
export { XLSX_LIMITS, type XlsxLimits } from './xlsx/xlsx-limits.ts';
