import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Split, splitIncident } from '../../../lib/api/merging.ts';
import { type IncidentDetail, recordQuery } from '../../../lib/api/record.ts';

/** Sends the split; where somebody was quicker, the record is read again, as it stands now. */
export function useSplitting(id: string, version: number, onSplit: (part: IncidentDetail) => void) {
  const queryClient = useQueryClient();
  const { queryKey } = recordQuery(id);
  return useMutation({
    mutationFn: (split: Split) => splitIncident(id, version, split),
    onSuccess: async (part) => {
      queryClient.setQueryData(recordQuery(part.id).queryKey, part);
      await queryClient.invalidateQueries({ queryKey });
      onSplit(part);
    },
    onError: async () => queryClient.invalidateQueries({ queryKey }),
  });
}
