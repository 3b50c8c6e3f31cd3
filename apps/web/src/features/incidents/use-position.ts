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
  const far = useQuery({
    queryKey: ['incident-position', info?.revision, order, id],
    queryFn: ({ signal }) => findPosition((query) => client.answer(query, signal), order, id ?? ''),
    enabled: id !== undefined && atHand === null && rows.count !== undefined && !rows.outdated,
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
    // While others write it stays; of another incident or list it would be wrong.
    placeholderData: (data, query) => (query?.queryKey[2] === order && query.queryKey[3] === id ? data : undefined),
  });
  if (id === undefined || record.error) return null;
  return atHand ?? far.data;
}
