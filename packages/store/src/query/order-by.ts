import type { Sort } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';

/** How matched incidents are put in order: what `incident_fact f` is joined with, and by what it is sorted. */
export interface Order {
  readonly join: RawBuilder<unknown>;
  readonly by: RawBuilder<unknown>;
  /** What comes before ties are broken. */
  readonly key: RawBuilder<unknown>;
  readonly descending: boolean;
}

const TIES = sql`f.start_day desc, f.incident_id`;

/** By a key; ties by date (newest first), then id; those without a value last in either direction. */
export function orderBy({ by, descending }: Sort): Order {
  const direction = descending ? sql`desc nulls last` : sql`asc nulls last`;
  const ordered = (join: RawBuilder<unknown>, key: RawBuilder<unknown>): Order => ({
    join,
    by: sql`${key} ${direction}, ${TIES}`,
    key,
    descending,
  });
  switch (by) {
    case 'date': {
      const key = sql`f.start_day`;
      return { join: sql``, by: descending ? TIES : sql`f.start_day, f.incident_id`, key, descending };
    }
    case 'severity':
      return ordered(sql``, sql`f.severity`);
    case 'targetType':
      return ordered(sql``, sql`f.target_type`);
    case 'grade':
      return ordered(sql``, sql`f.grade`);
    case 'killed':
    case 'wounded':
      return ordered(sql`join toll t on t.id = f.toll_id`, sql.ref(`t.${by}_best`));
    case 'title':
      return ordered(sql`join incident_text x on x.incident_id = f.incident_id`, sql`x.title_sort_key`);
    case 'district':
      return ordered(sql`join place p on p.id = f.place_id`, sql`p.district_sort_key`);
    case 'actor':
      return ordered(sql`left join term a on a.id = f.actor_ids[1]`, sql`a.sort_key`);
  }
}

/** An incident by what it is sorted by. */
export interface Sorted {
  readonly incident_id: string;
  readonly start_day: string;
  /** Null where it has no value. */
  readonly key: string | number | null;
}

/** The condition to stand before an incident in an order. */
export function standsBefore({ descending, key }: Order, it: Sorted): RawBuilder<boolean> {
  const earlier = sql`(f.start_day > ${it.start_day} or (f.start_day = ${it.start_day} and f.incident_id < ${it.incident_id}))`;
  if (it.key === null) return sql`(${key} is not null or ${earlier})`;
  const ahead = descending ? sql`>` : sql`<`;
  return sql`(${key} ${ahead} ${it.key} or (${key} = ${it.key} and ${earlier}))`;
}
