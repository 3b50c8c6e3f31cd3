import type { ImportCounts } from '@corridor/domain';
import type { ImportDetail } from '../../services/imports/show-import.ts';
import type { Terminal } from './command.ts';

const KINDS: Readonly<Record<keyof ImportCounts, string>> = {
  new: 'new records',
  changed: 'records that changed at the source',
  unchanged: 'records as they stand already',
  duplicate: 'records that look like another one that stands',
  rejected: 'rows that gave no record',
  conflict: 'records that people and the source both changed: people’s stand',
  deleted: 'records that the source deleted: retracted here',
};

/** Says what an import would bring, or brought. */
export function printImport(detail: ImportDetail, { print }: Pick<Terminal, 'print'>): void {
  const { counts, fault, file, format, id, issues, rowsDone, sameAs, state } = detail;
  print(
    `Import ${id} of ${file} (${format || 'not read'}): ${state}${fault === '' ? '' : `, ${fault}`}. ${rowsDone} rows:`,
  );
  for (const [kind, words] of Object.entries(KINDS)) {
    print(`  ${String(counts[kindOf(kind)]).padStart(9)}  ${words}`);
  }
  if (sameAs !== null) print(`It is the same file as import ${sameAs}, which is committed.`);
  if (counts.new + counts.changed + counts.duplicate + counts.conflict + counts.deleted === 0)
    print('It changes nothing.');
  for (const { field, kind, reason, row, value } of issues) {
    const where = field === '' ? `row ${row}` : `row ${row}, ${field}`;
    print(`  ${kind}, ${where}: ${reason}${value === '' ? '' : ` (${JSON.stringify(value.slice(0, 80))})`}`);
  }
}

/** Guarantee: given the names of KINDS. */
function kindOf(kind: string): keyof ImportCounts {
  return kind as keyof ImportCounts;
}
