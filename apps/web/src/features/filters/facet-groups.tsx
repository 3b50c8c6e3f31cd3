import { DIMENSIONS, type DimensionName, EMPTY_FILTER, type GroupCount, type Query } from '@corridor/domain';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { useAnswer } from '../../engine/use-answer.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { withoutPart } from './filter-part.ts';

type Groups = Readonly<Partial<Record<DimensionName, readonly GroupCount[]>>>;

interface FacetGroups {
  /** Counts over the whole table, for an order that does not change; undefined while the table loads. */
  readonly all: Groups | undefined;
  /** Counts that leave out the facet's own part of the filter. */
  readonly now: Groups;
}

const FacetGroupsContext = createContext<FacetGroups>({ all: undefined, now: {} });

const TYPE_GROUPS: readonly DimensionName[] = ['type', 'subType'];
const PLACE_GROUPS: readonly DimensionName[] = ['province', 'district'];
const OTHER_GROUPS = DIMENSIONS.filter((name) => !TYPE_GROUPS.includes(name) && !PLACE_GROUPS.includes(name));
const EVERYTHING: Query = { filter: EMPTY_FILTER, groups: DIMENSIONS };

/**
 * Counts of every facet. Types with their sub-types and provinces with their districts are one facet each, so both
 * levels are left out for them.
 */
export function FacetGroupsProvider({ children }: { readonly children: ReactNode }) {
  const { filter } = useScreenFilter();
  const all = useAnswer(EVERYTHING).answer?.groups;
  const others = useGroups(filter, OTHER_GROUPS);
  const types = useGroups(
    useMemo(() => withoutPart(filter, 'type'), [filter]),
    TYPE_GROUPS,
  );
  const places = useGroups(
    useMemo(() => withoutPart(filter, 'place'), [filter]),
    PLACE_GROUPS,
  );
  const groups = useMemo(() => ({ all, now: { ...others, ...types, ...places } }), [all, others, types, places]);
  return <FacetGroupsContext value={groups}>{children}</FacetGroupsContext>;
}

function useGroups(filter: Query['filter'], groups: readonly DimensionName[]): Groups | undefined {
  return useAnswer(useMemo(() => ({ filter, groups }), [filter, groups])).answer?.groups;
}

export function useFacetGroups(): FacetGroups {
  return use(FacetGroupsContext);
}
