import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { firstWindow, isAtEnd, rewind, stepWindow, type Window } from './brush.ts';
import type { TimeAxis } from './time-axis.ts';
import type { Commit } from './use-brush.ts';

export const SPEEDS = [1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Play {
  readonly playing: boolean;
  /** Moves one step at each press instead of by itself, where the reader asked for less motion. */
  readonly single: boolean;
  readonly press: () => void;
  readonly stop: () => void;
  readonly speed: Speed;
  readonly setSpeed: (speed: Speed) => void;
}

const STEP_MS = 1000;

/** Moves the window forward bar by bar; from the beginning again when it stands at the end. */
export function usePlay(axis: TimeAxis, period: Window | null, commit: Commit): Play {
  const single = useReducedMotion();
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  useEffect(() => {
    if (!playing || !period) return;
    if (isAtEnd(axis, period)) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => commit(stepWindow(axis, period, 1), { replace: true }), STEP_MS / speed);
    return () => clearTimeout(timer);
  }, [playing, speed, axis, period, commit]);
  const press = () => {
    if (playing) {
      setPlaying(false);
      return;
    }
    if (axis.edges.length < 2) return;
    if (!period) commit(firstWindow(axis), { replace: false });
    else if (isAtEnd(axis, period)) commit(rewind(axis, period), { replace: false });
    else if (single) commit(stepWindow(axis, period, 1), { replace: true });
    setPlaying(!single);
  };
  return { playing, single, press, stop: () => setPlaying(false), speed, setSpeed };
}
