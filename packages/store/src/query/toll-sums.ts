import { CASUALTY_KINDS, type CasualtyTotals, casualtyTotals } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';
import { tollColumnOf } from '../incident-row.ts';
import type { Database } from './sql-snapshot.ts';

/** Stands for the sums of all that match, where they are not by value. */
const ALL = 0;

export const NO_TOLLS: CasualtyTotals = toTotals(() => 0);

/** Sums over all incidents that match; an unknown figure adds nothing but itself. */
export async function readTollSums(db: Database, condition: RawBuilder<unknown>): Promise<CasualtyTotals> {
  const sums = await readTollSumsBy(db, sql.lit(ALL), sql``, condition);
  return sums.get(ALL) ?? NO_TOLLS;
}

/** The same for each code of what `join` joins to `incident_fact f`. Tolls repeat: each distinct one is added once. */
export async function readTollSumsBy(
  db: Database,
  code: RawBuilder<unknown>,
  join: RawBuilder<unknown>,
  condition: RawBuilder<unknown>,
): Promise<ReadonlyMap<number, CasualtyTotals>> {
  const { rows } = await sql<Record<string, number> & { code: number }>`
    select code, ${SUMS}
    from (
      select ${code} as code, f.toll_id, count(*) as times
      from incident_fact f ${join} where ${condition} group by 1, 2
    ) counted join toll on toll.id = counted.toll_id
    group by code`.execute(db);
  return new Map(rows.map((row) => [row.code, toTotals((column) => row[column] ?? 0)]));
}

const SUMS = sql.join(
  CASUALTY_KINDS.flatMap((kind) => [
    ...(['low', 'best', 'high'] as const).map((figure) => {
      const column = `${tollColumnOf(kind)}_${figure}`;
      return sql`coalesce(sum(times * ${sql.ref(column)}), 0)::bigint as ${sql.ref(column)}`;
    }),
    sql`coalesce(sum(times) filter (where ${sql.ref(`${tollColumnOf(kind)}_best`)} is null), 0)::bigint
      as ${sql.ref(`${tollColumnOf(kind)}_unknown`)}`,
  ]),
);

function toTotals(figure: (column: string) => number): CasualtyTotals {
  return casualtyTotals((kind) => {
    const column = tollColumnOf(kind);
    return {
      low: figure(`${column}_low`),
      best: figure(`${column}_best`),
      high: figure(`${column}_high`),
      unknown: figure(`${column}_unknown`),
    };
  });
}
