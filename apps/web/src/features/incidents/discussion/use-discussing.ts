import { useMutation, useQueryClient } from '@tanstack/react-query';
import { assign, comment, type Discussion, discussionQuery, setWatching } from '../../../lib/api/discussion.ts';
import { queueKey } from '../../../lib/api/queue.ts';

/** Changes something of a discussion, and shows it here and in the queue. */
function useDiscussing<Input, Answer>(
  id: string,
  act: (input: Input) => Promise<Answer>,
  change: (before: Discussion, answer: Answer) => Discussion,
) {
  const queryClient = useQueryClient();
  const { queryKey } = discussionQuery(id);
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      queryClient.setQueryData(queryKey, (before) => before && change(before, answer));
      void queryClient.invalidateQueries({ queryKey: queueKey });
      await queryClient.invalidateQueries({ queryKey });
    },
  });
}

export const useCommenting = (id: string) =>
  useDiscussing(
    id,
    (text: string) => comment(id, text),
    (before, said) => ({ ...before, comments: [...before.comments, said] }),
  );

export const useAssigning = (id: string) =>
  useDiscussing(
    id,
    (person: string | null) => assign(id, person),
    (_before, after) => after,
  );

export const useWatching = (id: string) =>
  useDiscussing(
    id,
    (watching: boolean) => setWatching(id, watching).then(() => watching),
    (before, watching) => ({ ...before, watching }),
  );
