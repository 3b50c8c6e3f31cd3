import type { IncidentSummary } from '@corridor/domain';
import type { IncidentRows } from './use-incident-rows.ts';

type RowsAtHand = Pick<IncidentRows, 'items' | 'offset'>;

/** Where the rows of a list have gone when others came and went between them. */
export interface RowsMoved {
  /** How many rows what is before the reader's eyes has moved down. */
  readonly by: number;
  /** Where a row stands now; one that is gone, or is not at hand, is taken to have moved as the reader's have. */
  readonly placeOf: (index: number) => number;
}

/**
 * How a list moved under a reader whose topmost row is `top`: as that row did, or where it is gone, as the first below it
 * that is still there. Null where none of them is at hand any more.
 */
export function rowsMoved(before: RowsAtHand, now: RowsAtHand, top: number): RowsMoved | null {
  const places = new Map(now.items.map(({ id }, nth) => [id, now.offset + nth]));
  const placeOf = (incident: IncidentSummary | undefined) => incident && places.get(incident.id);
  for (let index = Math.max(top, before.offset); index < before.offset + before.items.length; index++) {
    const place = placeOf(before.items[index - before.offset]);
    if (place === undefined) continue;
    const by = place - index;
    return { by, placeOf: (row) => placeOf(before.items[row - before.offset]) ?? row + by };
  }
  return null;
}
