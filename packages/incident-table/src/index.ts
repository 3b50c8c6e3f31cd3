export { decodeArrow } from './decode-arrow.ts';
export { type EncodeOptions, encodeArrow } from './encode-arrow.ts';
export type { GeographyContext } from './geography-context.ts';
export type { IncidentColumns, PlaceColumns, TextColumn } from './incident-columns.ts';
export { IncidentEngine } from './incident-engine.ts';
export { IncidentTable } from './incident-table.ts';
export type { TextSearch } from './text-search.ts';
