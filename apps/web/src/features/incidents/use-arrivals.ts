import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import { arrivalsQuery } from '../../lib/api/arrivals.ts';
import { findPosition, type ListOrder } from './find-position.ts';
import { nextArrival } from './next-arrival.ts';
import type { IncidentRows } from './use-incident-rows.ts';
import type { Selection } from './use-selection.ts';
import type { VirtualRows } from './use-virtual-rows.ts';

export interface Arrivals {
  /** How many came into the list that have not been on the screen yet; null for more than are looked through. */
  readonly count: number | null;
  /** Whether a row came since the list was looked at. */
  readonly isNew: (id: string) => boolean;
  /** Shows the first of them, or in an order where they can be anywhere the nearest, and has the keyboard go on from it. */
  readonly goToNext: () => void;
}

/** Where the list was looked at last, and what of the arrivals since has been on the screen. */
interface Looked {
  readonly order: ListOrder;
  readonly revision: number;
  readonly seen: ReadonlySet<string>;
}

/** How long rows are still marked when all that came has been on the screen. */
const MARKED_MS = 8_000;
const NONE: readonly string[] = [];
const NO_SEEN: ReadonlySet<string> = new Set();

/** What has come into a list since its reader looked at it: since it was opened, or since all that came before was seen. */
export function useArrivals(
  rows: IncidentRows,
  virtual: VirtualRows,
  { moveTo }: Pick<Selection, 'moveTo'>,
  order: ListOrder,
): Arrivals {
  const { client, info, inStep } = useEngine();
  const [looked, setLooked] = useState<Looked | null>(null);
  const { outdated, revision } = rows;
  const isCurrent = inStep && !outdated && revision !== undefined && info !== null && revision >= info.revision;
  if (isCurrent && looked?.order !== order) setLooked({ order, revision, seen: NO_SEEN });
  const since = looked?.order === order && info?.moment === null ? looked.revision : undefined;
  const isAsked = since !== undefined && revision !== undefined && revision > since;
  const { data } = useQuery({
    ...arrivalsQuery(order, since ?? 0, revision ?? 0),
    enabled: isAsked,
    // Until more of the same is known. What another list or another look has brought is not it.
    placeholderData: (before, query) =>
      query?.queryKey[1] === order && query.queryKey[2] === since ? before : undefined,
  });
  const ids = isAsked && data ? data.ids : NONE;
  const seen = looked?.seen ?? NO_SEEN;
  const all = useMemo(() => new Set(ids), [ids]);
  const unseen = useMemo(() => ids?.filter((id) => !seen.has(id)) ?? null, [ids, seen]);
  useSeeing(rows, virtual, all, setLooked);
  const isThrough = unseen !== null && unseen.length === 0 && all.size > 0;
  useEffect(() => {
    if (!isThrough || revision === undefined) return;
    const timer = setTimeout(() => setLooked({ order, revision, seen: NO_SEEN }), MARKED_MS);
    return () => clearTimeout(timer);
  }, [isThrough, order, revision]);
  const goToNext = async () => {
    virtual.scrollRef.current?.focus({ preventScroll: true });
    if (unseen === null && revision !== undefined) setLooked({ order, revision, seen: NO_SEEN });
    const placeOf = (id: string) => findPosition((query) => client.answer(query), order, id);
    const place = unseen === null ? 0 : await nextArrival(unseen, order.sort, virtual.firstVisible, placeOf);
    if (place === null) return;
    moveTo(place);
    virtual.revealAmid(place);
  };
  const isNew = useCallback((id: string) => all.has(id), [all]);
  return { count: unseen?.length ?? null, isNew, goToNext: () => void goToNext() };
}

/** Notes which arrivals are on the screen. */
function useSeeing(
  rows: IncidentRows,
  { firstVisible, lastVisible }: VirtualRows,
  arrivals: ReadonlySet<string>,
  setLooked: (change: (before: Looked | null) => Looked | null) => void,
): void {
  useEffect(() => {
    if (rows.outdated || arrivals.size === 0) return;
    const visible = Array.from(
      { length: lastVisible + 1 - firstVisible },
      (_, nth) => rows.rowAt(firstVisible + nth)?.id,
    );
    const shown = visible.filter((id) => id !== undefined && arrivals.has(id)).map(String);
    setLooked((before) => {
      if (!before || shown.every((id) => before.seen.has(id))) return before;
      return { ...before, seen: new Set([...before.seen, ...shown]) };
    });
  }, [rows, firstVisible, lastVisible, arrivals, setLooked]);
}
