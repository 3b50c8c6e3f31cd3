import { CSV_BOM, formatCsvRow } from '@corridor/domain';
import type { Imports } from '@corridor/store';

const PAGE = 5_000;

/** All issues of an import as CSV, as spreadsheets expect it. Constant memory. */
export async function* writeIssues(imports: Pick<Imports, 'issues'>, id: number): AsyncGenerator<string> {
  yield CSV_BOM + formatCsvRow(['kind', 'row', 'field', 'value', 'reason']);
  for (let after = 0; ; ) {
    const page = await imports.issues(id, { after, limit: PAGE });
    const last = page.at(-1);
    if (!last) return;
    yield page.map(({ field, kind, reason, row, value }) => formatCsvRow([kind, row, field, value, reason])).join('');
    after = last.position;
  }
}
