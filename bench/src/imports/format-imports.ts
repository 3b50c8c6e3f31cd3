import { formatCount, formatMegabytes, formatRatio, formatSeconds } from '../format-figures.ts';
import { formatTable } from '../format-table.ts';
import { IMPORT_PHASES, type ImportsCost } from './bench-imports.ts';

/** Rows a second of each phase, and how often `COPY` would have been done in the time of bringing in. */
export function formatImports({ copyMs, databases, rows }: ImportsCost): string {
  return formatTable(
    ['Rows a second', ...IMPORT_PHASES, 'COPY goes in as often', 'memory at most'],
    databases.map(({ database, peak, phases }) => [
      database,
      ...phases.map((ms) => formatCount((1000 * rows) / ms)),
      formatRatio((phases[IMPORT_PHASES.indexOf('bring in')] ?? 0) / copyMs),
      formatMegabytes(peak),
    ]),
  );
}

export function describeCopy({ bytes, copyMs, rows }: ImportsCost): string {
  return (
    `The file has ${formatMegabytes(bytes)}. For comparison: COPY of its lines as text into one table with a key, in a ` +
    `PGlite of its own, takes ${formatSeconds(copyMs)}, ${formatCount((1000 * rows) / copyMs)} a second; a record is kept in ` +
    'eight tables, with its history, its digest and what searches and counts are made from.'
  );
}
