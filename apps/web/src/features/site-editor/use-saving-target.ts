import type { NewRoute, NewSite } from '@corridor/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../lib/api/fetch-json.ts';
import { addTarget, changeTarget, type TargetDetail, type TargetKind, targetQuery } from '../../lib/api/targets.ts';
import { randomKey } from '../../lib/random-key.ts';
import { changesOf } from './target-form.ts';

interface SavingProps {
  readonly kind: TargetKind;
  /** What is changed, as it stood; null for a new one. */
  readonly base: TargetDetail | null;
  readonly onSaved: (id: string) => void;
  /** Somebody has changed it meanwhile. */
  readonly onStale: (standing: TargetDetail) => void;
  readonly onRefused: (error: ApiError) => void;
}

/** Saves a form: a new record once, a change only of the version that it began with. */
export function useSavingTarget({ base, kind, onRefused, onSaved, onStale }: SavingProps) {
  const queryClient = useQueryClient();
  const [key] = useState(randomKey);
  return useMutation({
    networkMode: 'always',
    mutationFn: async ({ reason, target }: { readonly target: NewRoute | NewSite; readonly reason: string }) => {
      if (base === null) return (await addTarget(kind, target, key)).id;
      const changes = changesOf(kind, base, target);
      if (Object.keys(changes).length > 0) await changeTarget(kind, base.id, base.version, { reason, changes });
      return base.id;
    },
    onSuccess: async (id) => {
      await queryClient.invalidateQueries({ queryKey: [`${kind}s`] });
      onSaved(id);
    },
    onError: async (error) => {
      if (!(error instanceof ApiError)) return;
      if (error.status === 412 && base)
        onStale(await queryClient.fetchQuery({ ...targetQuery(kind, base.id), staleTime: 0 }));
      else if (error.invalid.length > 0) onRefused(error);
    },
  });
}
