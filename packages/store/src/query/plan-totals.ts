import { DEVELOPMENT, EVENT_TYPES, type Totals } from '@corridor/domain';
import type { Plan, Planned } from './plan.ts';
import { AREA, INSIDE } from './sql-geography.ts';
import { readTollSums } from './toll-sums.ts';

const DEVELOPMENT_CODE = EVENT_TYPES.indexOf(DEVELOPMENT);

/** How many incidents match and where they can be drawn, and their tolls. */
export function planTotals({ clause, snapshot, tallies }: Plan): Planned<Totals> {
  const byPlace = tallies.want('place');
  const byType = tallies.want('type');
  return async () => {
    const { places } = snapshot;
    const { relation } = clause;
    const totals = { matched: 0, areas: 0, unlocated: 0, inside: 0 };
    for (const [id, count] of byPlace()) {
      const index = places.indexOf(id);
      const drawn = places.relations.drawn[index];
      totals.matched += count;
      if (drawn === AREA) totals.areas += count;
      else if (drawn === 0) totals.unlocated += count;
      if (relation?.[index] === INSIDE) totals.inside += count;
    }
    const { areas, inside, matched, unlocated } = totals;
    return {
      matched,
      located: matched - unlocated,
      areas,
      unlocated,
      casualties: await readTollSums(snapshot.db, clause.condition(null)),
      near: relation ? { inside, possible: matched - inside } : null,
      developments: byType().get(DEVELOPMENT_CODE) ?? 0,
    };
  };
}
