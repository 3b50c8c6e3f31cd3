import { CSV_BOM, formatCsvRow } from '@corridor/domain';
import { saveFile } from './save-file.ts';

export function saveCsv(
  table: { readonly head: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] },
  title: string,
): void {
  const text = CSV_BOM + [table.head, ...table.rows].map(formatCsvRow).join('');
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), title, 'csv');
}
