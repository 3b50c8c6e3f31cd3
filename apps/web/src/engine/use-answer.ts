import type { Query } from '@corridor/domain';
import { useLayoutEffect, useMemo, useState } from 'react';
import { type Pace, useFollowed } from '../lib/use-followed.ts';
import { AnswerChannel, type Answered } from './answer-channel.ts';
import { useEngine } from './engine-context.tsx';

export interface AnswerState extends Answered {
  readonly retry: () => void;
}

/**
 * Answers a query from the table in the worker; null asks nothing. The query is to be the same object while it asks
 * the same. All parts of a screen that ask at one moment are answered at once; a question that is replaced before its
 * turn is dropped. The pace, which stays the same, is that at which the answer is drawn.
 */
export function useAnswer(query: Query | null, pace: Pace = 'soon'): AnswerState {
  const { client, info } = useEngine();
  const [channel] = useState(() => new AnswerChannel(client.desk, pace));
  useLayoutEffect(() => {
    if (info) channel.ask(query, info);
  }, [channel, query, info]);
  useLayoutEffect(() => () => channel.close(), [channel]);
  const answered = useFollowed(channel);
  return useMemo(() => ({ ...answered, retry: channel.again }), [answered, channel]);
}
