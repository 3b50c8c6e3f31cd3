import type { Answer, Query } from '@corridor/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEngine } from './engine-context.tsx';

export interface AnswerState {
  /** The newest answer; while a new one is computed, the one before, so that nothing jumps. */
  readonly answer: Answer | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Answers a query from the table in the worker. A question that is replaced before its turn is dropped. */
export function useAnswer(query: Query): AnswerState {
  const { client, info } = useEngine();
  const result = useQuery({
    queryKey: ['answer', info?.revision, query],
    queryFn: ({ signal }) => client.answer(query, signal),
    enabled: info !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
  });
  return { answer: result.data, error: result.error, retry: () => void result.refetch() };
}
