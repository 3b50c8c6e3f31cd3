import { DuckDBInstance, type DuckDBPreparedStatement, LIST, listValue, USMALLINT } from '@duckdb/node-api';
import { FACETS, LIST_FACETS, type ListFacet, type Rival } from './rival.ts';
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

const NAME = 'DuckDB';

export const duckdb: Rival = {
  name: NAME,
  load: async (columns) => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`create table incident (${COLUMN_TYPES})`);
    const appender = await connection.createAppender('incident');
    appendRows(appender, columns);
    appender.closeSync();
    const statements = new Map<string, DuckDBPreparedStatement>();
    return {
      name: NAME,
      form: 'in this process and in memory, all cores; one prepared statement: a vectorised pass for each facet',
      answer: async (filter) => {
        const { sql, values } = writeStatement(filter);
        const statement = statements.get(sql) ?? (await connection.prepare(sql));
        statements.set(sql, statement);
        values.forEach((value, index) => {
          statement.bindDouble(index + 1, value);
        });
        const reader = await statement.runAndReadAll();
        const rows = reader.getRows().map(toResultRow);
        return { matched: matchedIn(rows), read: () => readRows(rows, columns) };
      },
      close: () => {
        for (const statement of statements.values()) statement.destroySync();
        connection.closeSync();
        instance.closeSync();
      },
    };
  },
};

const TYPE_OF: Readonly<Partial<Record<string, string>>> = {
  day: 'integer',
  siteKm: 'double',
  killedLow: 'integer',
  killedBest: 'integer',
  killedHigh: 'integer',
};
const COLUMN_TYPES = [
  ...NUMBER_COLUMNS.map((name) => `${name} ${TYPE_OF[name] ?? 'usmallint'}`),
  ...LIST_FACETS.map((facet) => `${facet} usmallint[]`),
].join(', ');

type Appender = Awaited<ReturnType<Awaited<ReturnType<DuckDBInstance['connect']>>['createAppender']>>;

function appendRows(appender: Appender, columns: RivalColumns): void {
  const appenders = NUMBER_COLUMNS.map((name) => {
    const column = numberColumn(columns, name);
    const type = TYPE_OF[name];
    if (type === 'double') return (row: number) => appender.appendDouble(column[row] ?? 0);
    if (type === 'integer') return (row: number) => appender.appendInteger(column[row] ?? 0);
    return (row: number) => appender.appendUSmallInt(column[row] ?? 0);
  });
  const listType = LIST(USMALLINT);
  const appendList = (facet: ListFacet, row: number) => {
    const { offsets, codes } = columns.lists[facet];
    appender.appendList(listValue(Array.from(codes.subarray(offsets[row], offsets[row + 1]))), listType);
  };
  for (let row = 0; row < columns.rowCount; row++) {
    for (const append of appenders) append(row);
    for (const facet of LIST_FACETS) appendList(facet, row);
    appender.endRow();
  }
}

function writeStatement(filter: RivalFilter): { readonly sql: string; readonly values: readonly number[] } {
  const { where, values } = createConditions(filter, (actor) => `list_contains(actor, ${actor}::usmallint)`, '$');
  const isList = (facet: (typeof FACETS)[number]) => LIST_FACETS.some((list) => list === facet);
  const lines = FACETS.map((facet, part) => {
    const from = isList(facet)
      ? `(select unnest(${facet}) as code from incident ${where(ownPartOf(facet))})`
      : 'incident';
    return isList(facet)
      ? countLines(part, ['code'], from, '')
      : countLines(part, [facet], from, where(ownPartOf(facet)));
  });
  lines.push(countLines(TIMELINE, ['month', 'type'], 'incident', where('period')));
  lines.push(countLines(CELLS, ['cell', 'type'], 'incident', where(null)));
  lines.push(totalLine('incident', where(null)));
  return { sql: lines.join(' union all '), values };
}
