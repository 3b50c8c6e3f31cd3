import type { RowIssue } from '@corridor/domain';
import { issueAt } from './cells.ts';
import type { CsvRow } from './read-csv.ts';

/** Ids or names that may be given once: the first row that claims one has it, a later one is an issue. */
export class UniqueNames {
  readonly #field: string;
  readonly #issues: RowIssue[];
  readonly #taken = new Set<string>();

  constructor(field: string, issues: RowIssue[]) {
    this.#field = field;
    this.#issues = issues;
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** Whether the name was free. */
  claim(name: string, row: Pick<CsvRow, 'file' | 'row'>): boolean {
    const isFree = !this.#taken.has(name);
    if (isFree) this.#taken.add(name);
    else this.#issues.push(issueAt(row, this.#field, name, 'is given twice'));
    return isFree;
  }
}
