import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../engine/engine-context.tsx';
import { recordQuery } from '../../lib/api/record.ts';
import { useView } from '../../lib/view/use-view.ts';
import { findPosition, type ListOrder } from './find-position.ts';
import type { IncidentRows } from './use-incident-rows.ts';

/** The place of the open incident in the list, from 0; null where it is not in the list, undefined until that is known. */
export function usePosition(id: string | undefined, order: ListOrder, rows: IncidentRows): number | null | undefined {
  const { client, info } = useEngine();
  const atHand = id === undefined || rows.outdated ? null : rows.indexOf(id);
  const { view } = useView();
  const record = useQuery({ ...recordQuery(id ?? '', view.asOf), enabled: id !== undefined });
  const start = record.data?.occurred.start;
  const far = useQuery({
    queryKey: ['incident-position', info?.revision, order, id],
    queryFn: ({ signal }) =>
      findPosition((query) => client.answer(query, signal), order, { id: id ?? '', start: start ?? '' }),
    enabled: id !== undefined && atHand === null && start !== undefined && rows.count !== undefined && !rows.outdated,
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
  });
  if (id === undefined || record.error) return null;
  return atHand ?? far.data;
}
