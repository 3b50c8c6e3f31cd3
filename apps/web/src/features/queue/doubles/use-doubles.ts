import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { doublesQuery, type PossibleDouble } from '../../../lib/api/doubles.ts';

export interface LoadedDoubles {
  /** Null until they are known. */
  readonly pairs: readonly PossibleDouble[] | null;
  /** How many there are, those that are not loaded among them. */
  readonly found: number;
  /** The day back to which records were compared. */
  readonly lookedBackTo: string | null;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly hasMore: boolean;
  readonly isLookingFurther: boolean;
  readonly lookFurther: () => void;
  /** Takes a pair off the list, or puts it back. */
  readonly setGone: (pair: PossibleDouble, isGone: boolean) => void;
  /** Takes every pair with a record off the list. */
  readonly removeRecord: (id: string) => void;
}

const NOBODY: ReadonlySet<string> = new Set();

/** The pairs as far as they were looked for, less those that were decided here: the list stands still meanwhile. */
export function useDoubles(): LoadedDoubles {
  const query = useInfiniteQuery(doublesQuery);
  const [gone, setGoneNames] = useState(NOBODY);
  const all = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? null, [query.data]);
  const pairs = useMemo(() => all?.filter((pair) => !gone.has(nameOf(pair))) ?? null, [all, gone]);
  const found = query.data?.pages.reduce((sum, page) => sum + page.found, 0) ?? 0;
  const change = (names: readonly string[], isGone: boolean) =>
    setGoneNames((before) => new Set(isGone ? [...before, ...names] : [...before].filter((it) => !names.includes(it))));
  return {
    pairs,
    found: found - ((all?.length ?? 0) - (pairs?.length ?? 0)),
    lookedBackTo: query.data?.pages.at(-1)?.lookedBackTo ?? null,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLookingFurther: query.isFetchingNextPage,
    lookFurther: () => void query.fetchNextPage(),
    setGone: (pair, isGone) => change([nameOf(pair)], isGone),
    removeRecord: (id) => change((all ?? []).filter(({ incidents }) => hasRecord(incidents, id)).map(nameOf), true),
  };
}

export function nameOf({ incidents }: PossibleDouble): string {
  return incidents.map(({ id }) => id).join(' ');
}

function hasRecord(incidents: PossibleDouble['incidents'], id: string): boolean {
  return incidents.some((incident) => incident.id === id);
}
