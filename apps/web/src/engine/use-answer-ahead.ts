import type { Query } from '@corridor/domain';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { useFollowed } from '../lib/use-followed.ts';
import { AnswerChannel, type Answered } from './answer-channel.ts';
import { useEngine } from './engine-context.tsx';

interface Asking<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => T;
  /** Tells of values that may come next. */
  readonly onExpected: (listener: (value: T) => void) => () => void;
}

/**
 * What is expected is asked once nothing else was for so long: a pointer that only passes by asks nothing. It waits as long
 * again while the engine answers something else, such as what the last step changed.
 */
const REST_MS = 40;

/**
 * Answers what follows from a value outside React, asked within the event that changes the value: the engine works while
 * the page still draws what was touched, and the answer is on the screen with it; what the pointer rests on is asked before
 * it is pressed. `queryOf` gives the same object while
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
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const expect = (value: T) => {
      clearTimeout(rest);
      rest = setTimeout(() => {
        const query = queryOf(value);
        if (client.desk.busy) expect(value);
        else if (info && query) channel.expect(query, info);
      }, REST_MS);
    };
    const stop = source.onExpected(expect);
    return () => {
      clearTimeout(rest);
      stop();
    };
  }, [channel, client, info, queryOf, source]);
  useLayoutEffect(() => () => channel.close(), [channel]);
  return useFollowed(channel);
}
