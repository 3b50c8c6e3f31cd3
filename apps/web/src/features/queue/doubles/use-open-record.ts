import { useMemo } from 'react';
import type { PossibleDouble } from '../../../lib/api/doubles.ts';
import { useView } from '../../../lib/view/use-view.ts';
import type { OpenOfQueue } from '../review-queue.tsx';

/** The open record, which is part of the address, and its place among the records of all pairs. */
export function useOpenRecord(pairs: readonly PossibleDouble[] | null): OpenOfQueue & { show: (id: string) => void } {
  const { view, patch } = useView();
  const id = view.incident;
  const ids = useMemo(
    () => pairs && [...new Set(pairs.flatMap(({ incidents }) => incidents.map((incident) => incident.id)))],
    [pairs],
  );
  const index = id === undefined ? -1 : (ids?.indexOf(id) ?? -1);
  return {
    id,
    position: ids === null ? undefined : index < 0 ? null : index,
    count: ids?.length ?? null,
    show: (shown) => patch({ incident: shown }, { replace: id !== undefined }),
    onStep: (by) => {
      const next = ids?.[index + by];
      if (next !== undefined) patch({ incident: next }, { replace: true });
    },
    onClose: () => patch({ incident: undefined }),
  };
}
