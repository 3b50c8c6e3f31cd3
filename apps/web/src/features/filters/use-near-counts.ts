import type { Totals } from '@corridor/domain';
import { useMemo } from 'react';
import { useAnswer } from '../../engine/use-answer.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';

/** Inside and possibly inside when `active`, whatever the filter says about places that are known only roughly. */
export function useNearCounts(active: boolean): Totals['near'] {
  const { filter } = useScreenFilter();
  const query = useMemo(
    () => (active ? { filter: { ...filter, certainty: 'possible' as const } } : null),
    [active, filter],
  );
  return useAnswer(query).answer?.totals.near ?? null;
}
