import type { Draft } from '@corridor/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DraftDetail, dismissDraft, fileDraft, linkDraft } from '../../../lib/api/drafts.ts';
import { type IncidentDetail, recordQuery } from '../../../lib/api/record.ts';
import { randomKey } from '../../../lib/random-key.ts';

/** What is to become of a draft. */
export type Decision =
  | { readonly as: 'filed'; readonly draft: Draft }
  | { readonly as: 'linked'; readonly incident: string }
  | { readonly as: 'dismissed'; readonly reason: string };

/** Decides a draft once; what was sent without an answer goes again under its own key. */
export function useDeciding({ id }: DraftDetail, onDecided: (decision: Decision) => void) {
  const queryClient = useQueryClient();
  const [key] = useState(randomKey);
  return useMutation({
    networkMode: 'always',
    mutationFn: async (decision: Decision): Promise<IncidentDetail | null> => {
      if (decision.as === 'filed') return fileDraft(id, decision.draft, key);
      if (decision.as === 'linked') return linkDraft(id, decision.incident);
      await dismissDraft(id, decision.reason);
      return null;
    },
    onSuccess: (record, decision) => {
      if (record) queryClient.setQueryData(recordQuery(record.id).queryKey, record);
      onDecided(decision);
    },
  });
}
