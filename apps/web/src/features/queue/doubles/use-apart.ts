import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type PossibleDouble, setApart } from '../../../lib/api/doubles.ts';
import type { LoadedDoubles } from './use-doubles.ts';

interface Decision {
  readonly pair: PossibleDouble;
  readonly apart: boolean;
}

interface Apart {
  readonly decide: (decision: Decision) => void;
  /** What was decided last, and stands. */
  readonly last: Decision | null;
  readonly forget: () => void;
  readonly error: Error | null;
}

/** Says of pairs that they are two events, and takes that back; `onDecided` hears of each. */
export function useApart({ setGone }: LoadedDoubles, onDecided: (decision: Decision) => void): Apart {
  const [last, setLast] = useState<Decision | null>(null);
  const deciding = useMutation({
    mutationFn: ({ apart, pair: { incidents } }: Decision) => setApart(incidents[0].id, incidents[1].id, apart),
    onSuccess: (_, decision) => {
      setGone(decision.pair, decision.apart);
      setLast(decision);
      onDecided(decision);
    },
  });
  return {
    decide: (decision) => {
      if (!deciding.isPending) deciding.mutate(decision);
    },
    last,
    forget: () => setLast(null),
    error: deciding.error,
  };
}
