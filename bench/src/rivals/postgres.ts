import { startThrowawayPostgres } from '@corridor/store/testing';
import pg from 'pg';
import { FACETS, LIST_FACETS, type ListFacet, type Rival } from './rival.ts';
import type { RivalColumns } from './rival-columns.ts';
import { activeParts, type RivalFilter } from './rival-filter.ts';
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
  TOTALS,
  toResultRow,
} from './rival-sql.ts';

const NAME = 'PostgreSQL';
const BATCH = 50_000;

export const postgres: Rival = {
  name: NAME,
  load: async (columns) => {
    const server = await startThrowawayPostgres();
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query("set jit = off; set work_mem = '256MB'");
    await client.query(`create unlogged table incident (${COLUMN_TYPES})`);
    await insertRows(client, columns);
    for (const column of ['type', 'province', 'day', 'siteKm'])
      await client.query(`create index on incident (${column})`);
    await client.query('create index on incident using gin (actor)');
    await client.query('vacuum analyze incident');
    const names = new Map<string, string>();
    return {
      name: NAME,
      form: 'on a local socket, jit off, 256 MB of work_mem; indexes on what is filtered; one prepared statement with grouping sets',
      answer: async (filter) => {
        const { sql, values } = writeStatement(filter);
        const name = names.get(sql) ?? `answer ${names.size}`;
        names.set(sql, name);
        const result = await client.query<unknown[]>({ name, text: sql, values: [...values], rowMode: 'array' });
        const rows = result.rows.map(toResultRow);
        return { matched: matchedIn(rows), read: () => readRows(rows, columns) };
      },
      close: async () => {
        await client.end();
        await server.stop();
      },
    };
  },
};

const TYPE_OF: Readonly<Partial<Record<string, string>>> = { day: 'int', siteKm: 'float8' };
const COLUMN_TYPES = [
  ...NUMBER_COLUMNS.map((name) => `${name} ${TYPE_OF[name] ?? 'int'}`),
  ...LIST_FACETS.map((facet) => `${facet} int[]`),
].join(', ');

async function insertRows(client: pg.Client, columns: RivalColumns): Promise<void> {
  const numbers = NUMBER_COLUMNS.map((name) => ({ name, column: numberColumn(columns, name) }));
  const parameters = [
    ...numbers.map(({ name }, index) => `$${index + 1}::${TYPE_OF[name] ?? 'int'}[]`),
    ...LIST_FACETS.map((_, index) => `$${numbers.length + index + 1}::text[]`),
  ];
  const names = [...NUMBER_COLUMNS, ...LIST_FACETS];
  const selected = [...NUMBER_COLUMNS, ...LIST_FACETS.map((facet) => `${facet}::int[]`)];
  const sql = `insert into incident select ${selected} from unnest(${parameters}) as given (${names})`;
  for (let from = 0; from < columns.rowCount; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, columns.rowCount - from) }, (_, index) => from + index);
    await client.query(sql, [
      ...numbers.map(({ column }) => rows.map((row) => column[row] ?? 0)),
      ...LIST_FACETS.map((facet) => rows.map((row) => `{${listAt(columns, facet, row)}}`)),
    ]);
  }
}

function listAt({ lists }: RivalColumns, facet: ListFacet, row: number): Uint16Array {
  const { offsets, codes } = lists[facet];
  return codes.subarray(offsets[row], offsets[row + 1]);
}

/** What stands under the whole filter is counted in one pass over the matched rows, what does not in a pass of its own. */
function writeStatement(filter: RivalFilter): { readonly sql: string; readonly values: readonly number[] } {
  const { where, active, values } = createConditions(filter, (actor) => `actor @> array[${actor}::int]`, '$');
  const isFiltered = activeParts(filter).length > 0;
  const matched = isFiltered ? 'matched' : 'incident';
  const lines: string[] = [];
  const sets: { readonly part: number; readonly by: readonly string[] }[] = [{ part: TOTALS, by: [] }];
  FACETS.forEach((facet, part) => {
    const own = ownPartOf(facet);
    const isOwn = own !== null && active(own);
    const isList = LIST_FACETS.some((list) => list === facet);
    const from = isOwn ? 'incident' : matched;
    const condition = isOwn ? where(own) : '';
    if (isList) lines.push(countLines(part, ['code'], `${from}, unnest(${facet}) as code`, condition));
    else if (isOwn) lines.push(countLines(part, [facet], from, condition));
    else sets.push({ part, by: [facet] });
  });
  if (active('period')) lines.push(countLines(TIMELINE, ['month', 'type'], 'incident', where('period')));
  else sets.push({ part: TIMELINE, by: ['month', 'type'] });
  sets.push({ part: CELLS, by: ['cell', 'type'] });
  lines.push(`select * from (${groupingSets(matched, sets)}) as counted`);
  const gather = isFiltered ? `with matched as materialized (select * from incident ${where(null)}) ` : '';
  return { sql: gather + lines.join(' union all '), values };
}

function groupingSets(
  from: string,
  sets: readonly { readonly part: number; readonly by: readonly string[] }[],
): string {
  const columns = [...new Set(sets.flatMap(({ by }) => by))];
  const mask = ({ by }: (typeof sets)[number]) =>
    columns.reduce((bits, column, index) => bits + (by.includes(column) ? 0 : 2 ** (columns.length - 1 - index)), 0);
  const choose = (pick: (set: (typeof sets)[number]) => string | number) =>
    `case grouping(${columns}) ${sets.map((set) => `when ${mask(set)} then ${pick(set)}`).join(' ')} end`;
  const tolls = ['low', 'best', 'high'].map((figure) => `sum(killed${figure}) as ${figure}`);
  return `select ${choose(({ part }) => part)} as part, ${choose(({ by }) => by[0] ?? 0)} as a, ${choose(({ by }) => by[1] ?? 0)} as b, count(*) as n, ${tolls} from ${from} group by grouping sets (${sets.map(({ by }) => `(${by})`)})`;
}
