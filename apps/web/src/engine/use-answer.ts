import type { Query } from '@corridor/domain';
import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { AnswerChannel, type Answered } from './answer-channel.ts';
import { useEngine } from './engine-context.tsx';

export interface AnswerState extends Answered {
  readonly retry: () => void;
}

/**
 * Answers a query from the table in the worker; null asks nothing. The query is to be the same object while it asks
 * the same. All parts of a screen that ask for one change are answered at once; a question that is replaced before
 * its turn is dropped.
 */
export function useAnswer(query: Query | null): AnswerState {
  const { client, info } = useEngine();
  const [channel] = useState(() => new AnswerChannel(client.desk));
  useLayoutEffect(() => {
    if (info) channel.ask(query, info);
  }, [channel, query, info]);
  useLayoutEffect(() => () => channel.close(), [channel]);
  const answered = useSyncExternalStore(channel.subscribe, channel.read);
  return useMemo(() => ({ ...answered, retry: channel.again }), [answered, channel]);
}
