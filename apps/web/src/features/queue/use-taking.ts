import type { IncidentSummary } from '@corridor/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { assign, discussionQuery } from '../../lib/api/discussion.ts';
import { useMe } from '../../lib/api/me.ts';
import { queueKey } from '../../lib/api/queue.ts';

type Taken = Pick<IncidentSummary, 'id' | 'title'>;

interface Taking {
  readonly take: (incident: Taken) => void;
  readonly error: Error | null;
}

/** Gives incidents to the reader; `say` hears in words what was done. */
export function useTaking(say: (words: string) => void): Taking {
  const { t } = useTranslation('queue');
  const queryClient = useQueryClient();
  const { me } = useMe();
  const personId = me?.person?.id;
  const taking = useMutation({
    mutationFn: ({ id, person }: Taken & { readonly person: string }) => assign(id, person),
    onMutate: () => say(''),
    onSuccess: async (discussion, { id, title }) => {
      queryClient.setQueryData(discussionQuery(id).queryKey, discussion);
      say(t('assigned', { title }));
      await queryClient.invalidateQueries({ queryKey: queueKey });
    },
  });
  return {
    take: ({ id, title }) => {
      if (personId !== undefined && !taking.isPending) taking.mutate({ id, title, person: personId });
    },
    error: taking.error,
  };
}
