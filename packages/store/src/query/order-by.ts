import type { Sort } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';

/** How matched incidents are put in order: what `incident_fact f` is joined with, and by what it is sorted. */
export interface Order {
  readonly join: RawBuilder<unknown>;
  readonly by: RawBuilder<unknown>;
}

const TIES = sql`f.start_day desc, f.incident_id`;

/** By a key; ties by date (newest first), then id; those without a value last in either direction. */
export function orderBy({ by, descending }: Sort): Order {
  const direction = descending ? sql`desc nulls last` : sql`asc nulls last`;
  const ordered = (join: RawBuilder<unknown>, key: RawBuilder<unknown>): Order => ({
    join,
    by: sql`${key} ${direction}, ${TIES}`,
  });
  switch (by) {
    case 'date':
      return { join: sql``, by: descending ? TIES : sql`f.start_day, f.incident_id` };
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
