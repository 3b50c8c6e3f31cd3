import { encodeTable, type IncidentTable } from '@corridor/incident-table';

/** Bytes of a table on its way to a browser, before compression. */
export function wireBytes(table: IncidentTable): number {
  return encodeTable(table).byteLength;
}
