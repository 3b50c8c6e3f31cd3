import Database from 'libsql';
import { FACETS, LIST_FACETS, type ListFacet, PLAIN_FACETS, type Rival } from './rival.ts';
import type { RivalColumns } from './rival-columns.ts';
import type { RivalFilter } from './rival-filter.ts';
import {
  CELLS,
  countLines,
  createConditions,
  matchedIn,
  NUMBER_COLUMNS,
  numberColumn,
  ownPartOf,
  readRows,
  TIMELINE,
  toResultRow,
  totalLine,
} from './rival-sql.ts';

const NAME = 'SQLite';
/** What filters look at: in every index after what it counts, so that no answer looks at a row itself. */
const FILTERED = ['type', 'province', 'day', 'siteKm'] as const;

export const sqlite: Rival = {
  name: NAME,
  load: (columns) => {
    const database = new Database(':memory:');
    database.exec(`create table incident (id integer primary key, ${NUMBER_COLUMNS.join(', ')})`);
    for (const facet of LIST_FACETS)
      database.exec(
        `create table list_${facet} (code, ${FILTERED}, id, primary key (code, ${FILTERED}, id)) without rowid`,
      );
    database.transaction(() => insertRows(database, columns))();
    for (const column of FILTERED) database.exec(`create index by_${column} on incident (${column})`);
    const counted = [...PLAIN_FACETS, 'month, type', 'cell, type'].map((by) => [
      ...new Set([...by.split(', '), ...FILTERED]),
    ]);
    counted.push([...FILTERED, 'killedLow', 'killedBest', 'killedHigh']);
    counted.forEach((columns, index) => {
      database.exec(`create index counts_${index} on incident (${columns})`);
    });
    database.exec('analyze');
    const statements = new Map<string, Database.Statement>();
    return {
      name: NAME,
      form: 'libSQL’s build in this process and in memory; a covering index in the order of each facet; one prepared statement',
      answer: (filter) => {
        const { sql, values } = writeStatement(filter);
        const statement = statements.get(sql) ?? database.prepare(sql).raw();
        statements.set(sql, statement);
        const rows = statement.all(values).map((row) => toResultRow(Array.isArray(row) ? row : []));
        return { matched: matchedIn(rows), read: () => readRows(rows, columns) };
      },
      close: () => {
        database.close();
      },
    };
  },
};

function isList(facet: (typeof FACETS)[number]): facet is ListFacet {
  return LIST_FACETS.some((list) => list === facet);
}

function insertRows(database: Database.Database, columns: RivalColumns): void {
  const numbers = NUMBER_COLUMNS.map((name) => numberColumn(columns, name));
  const filtered = FILTERED.map((name) => numberColumn(columns, name));
  const insert = database.prepare(`insert into incident values (?${', ?'.repeat(numbers.length)})`);
  const lists = LIST_FACETS.map((facet) => ({
    ...columns.lists[facet],
    insert: database.prepare(`insert into list_${facet} values (?${', ?'.repeat(FILTERED.length + 1)})`),
  }));
  for (let row = 0; row < columns.rowCount; row++) {
    insert.run([row, ...numbers.map((column) => column[row] ?? 0)]);
    for (const { offsets, codes, insert: insertCode } of lists) {
      for (const code of codes.subarray(offsets[row], offsets[row + 1]))
        insertCode.run([code, ...filtered.map((column) => column[row] ?? 0), row]);
    }
  }
}

function writeStatement(filter: RivalFilter): { readonly sql: string; readonly values: readonly number[] } {
  const hasActor = (actor: string) => `id in (select id from list_actor where code = ${actor})`;
  const { where, values } = createConditions(filter, hasActor, '?');
  const lines = FACETS.map((facet, part) => {
    const condition = where(ownPartOf(facet));
    return isList(facet)
      ? countLines(part, ['code'], `list_${facet}`, condition)
      : countLines(part, [facet], 'incident', condition);
  });
  lines.push(countLines(TIMELINE, ['month', 'type'], 'incident', where('period')));
  lines.push(countLines(CELLS, ['cell', 'type'], 'incident', where(null)));
  lines.push(totalLine('incident', where(null)));
  return { sql: lines.join(' union all '), values };
}
