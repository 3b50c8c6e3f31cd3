import type { RoundKind, RoundResult } from './crash-run.ts';

const KINDS: readonly RoundKind[] = ['create', 'migrate', 'load', 'write'];

const COLUMNS: readonly (readonly [title: string, cell: (results: readonly RoundResult[]) => number])[] = [
  ['rounds', (results) => results.length],
  ['kills', (results) => sum(results, ({ kills }) => kills)],
  ['of the server', (results) => sum(results, ({ serverKills }) => serverKills)],
  ['found opening', (results) => results.filter(({ found }) => found === 'opening').length],
  ['found writing', (results) => results.filter(({ found }) => found === 'writing').length],
  ['found done', (results) => results.filter(({ found }) => found === 'done').length],
  ['acknowledged writes', (results) => sum(results, ({ acknowledged }) => acknowledged)],
  ['under way: whole', (results) => sum(results, ({ underWay }) => underWay.whole)],
  ['under way: absent', (results) => sum(results, ({ underWay }) => underWay.absent)],
  ['slowest next start, ms', (results) => Math.round(Math.max(0, ...results.map(({ openMs }) => openMs)))],
];

/** A table in Markdown, a row for each kind of round. */
export function formatRounds(results: readonly RoundResult[]): string {
  const rows = [
    ...KINDS.map((kind) => [kind, results.filter((result) => result.kind === kind)] as const),
    ['all', results] as const,
  ];
  return [
    `| while it | ${COLUMNS.map(([title]) => title).join(' | ')} |`,
    `|---|${COLUMNS.map(() => '--:').join('|')}|`,
    ...rows.map(([name, some]) => `| ${name} | ${COLUMNS.map(([, cell]) => cell(some)).join(' | ')} |`),
  ].join('\n');
}

function sum(results: readonly RoundResult[], of: (result: RoundResult) => number): number {
  return results.reduce((total, result) => total + of(result), 0);
}
