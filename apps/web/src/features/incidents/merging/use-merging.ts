import type { DraftChanges } from '@corridor/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mergeIncidents } from '../../../lib/api/merging.ts';
import { type IncidentDetail, recordQuery } from '../../../lib/api/record.ts';
import type { Merged } from './merge-dialog.tsx';

interface MergingProps {
  readonly kept: IncidentDetail;
  readonly double: IncidentDetail;
  /** The version of each that was looked at. */
  readonly seen: ReadonlyMap<string, number>;
  readonly onMerged: (merged: Merged) => void;
}

/** Sends the merge; where somebody was quicker, both records are read again, as they stand now. */
export function useMerging({ double, kept, onMerged, seen }: MergingProps) {
  const queryClient = useQueryClient();
  const lookAgain = (id: string) => queryClient.invalidateQueries({ queryKey: recordQuery(id).queryKey });
  const versionOf = ({ id, version }: IncidentDetail) => seen.get(id) ?? version;
  return useMutation({
    mutationFn: (change: { readonly reason: string; readonly changes: DraftChanges }) =>
      mergeIncidents(kept.id, versionOf(kept), {
        ...change,
        doubles: [{ id: double.id, version: versionOf(double) }],
      }),
    onSuccess: (record) => {
      queryClient.setQueryData(recordQuery(record.id).queryKey, record);
      void lookAgain(double.id);
      onMerged({ kept: record, double });
    },
    onError: async () => {
      await Promise.all([lookAgain(kept.id), lookAgain(double.id)]);
    },
  });
}
