import type { Query } from '@corridor/domain';
import { useLayoutEffect, useMemo } from 'react';
import { useFollowed } from '../lib/use-followed.ts';
import { AnswerChannel, type Answered } from './answer-channel.ts';
import { useEngine } from './engine-context.tsx';

interface Asking<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => T;
}

/**
 * Answers what follows from a value outside React, asked within the event that changes the value: the engine works while
 * the page still draws what was touched, and the answer is on the screen with it. `queryOf` gives the same object while
 * it asks the same; it and the source stay the same objects while they are.
 */
export function useAnswerAhead<T>(source: Asking<T>, queryOf: (value: T) => Query | null): Answered {
  const { client, info } = useEngine();
  const channel = useMemo(() => new AnswerChannel(client.desk, 'now'), [client]);
  useLayoutEffect(() => {
    const ask = () => {
      if (!info) return;
      channel.ask(queryOf(source.read()), info);
      client.desk.depart();
    };
    ask();
    return source.subscribe(ask);
  }, [channel, client, info, queryOf, source]);
  useLayoutEffect(() => () => channel.close(), [channel]);
  return useFollowed(channel);
}
