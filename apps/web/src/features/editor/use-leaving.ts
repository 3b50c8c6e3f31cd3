import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';

export interface Leaving {
  /** The reader is about to leave, and is asked. */
  readonly isAsking: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
  /** Does what leads away, without a question. */
  readonly pass: (act: () => void) => void;
}

/** Asks before the page is left while `isDirty`. What is typed is kept, so that closing the window need not ask. */
export function useLeaving(isDirty: () => boolean): Leaving {
  const passes = useRef(false);
  const blocker = useBlocker({
    shouldBlockFn: () => !passes.current && isDirty(),
    withResolver: true,
    enableBeforeUnload: false,
  });
  return {
    isAsking: blocker.status === 'blocked',
    stay: () => blocker.reset?.(),
    leave: () => blocker.proceed?.(),
    pass: (act) => {
      passes.current = true;
      act();
    },
  };
}
