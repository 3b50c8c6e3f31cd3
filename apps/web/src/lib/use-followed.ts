import { startTransition, useLayoutEffect, useState } from 'react';

/**
 * How the screen follows a change: `now` within the event that brought it, or `soon`, drawn in slices between which the
 * page answers its reader. What was only just touched follows now, all that depends on it soon.
 */
export type Pace = 'now' | 'soon';

interface Source<T> {
  readonly subscribe: (listener: () => void) => () => void;
  /** Gives the same value until it has changed. */
  readonly read: () => T;
  readonly paceOf: () => Pace;
  /** Whether what follows soon is begun only once what followed now is painted. */
  readonly afterPaint?: boolean;
}

const behind = new Set<object>();

/** Whether something that changed is not on the screen yet: who drags waits for it, so that drawing is never starved. */
export function isScreenBehind(): boolean {
  return behind.size > 0;
}

let waiting: (() => void)[] = [];

/** Begins all that is given to it before the next paint in one transition after that paint; a hidden page paints nothing. */
function drawAfterPaint(draw: () => void): void {
  waiting.push(draw);
  if (waiting.length > 1) return;
  const begin = () => {
    const draws = waiting;
    waiting = [];
    startTransition(() => {
      for (const each of draws) each();
    });
  };
  if (document.hidden) begin();
  else requestAnimationFrame(() => setTimeout(begin, 0));
}

/** The value of something outside React, which React's own hook for it would draw without slices. The source stays the same object. */
export function useFollowed<T>(source: Source<T>): T {
  const [seen, setSeen] = useState(() => ({ value: source.read() }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: following begins with what was seen first
  useLayoutEffect(() => {
    let latest = seen.value;
    const follow = () => {
      const value = source.read();
      if (Object.is(value, latest)) return;
      latest = value;
      if (source.paceOf() === 'now') return setSeen({ value });
      behind.add(source);
      const draw = () => setSeen({ value });
      if (source.afterPaint) drawAfterPaint(draw);
      else startTransition(draw);
    };
    follow();
    const stop = source.subscribe(follow);
    return () => {
      stop();
      behind.delete(source);
    };
  }, [source]);
  useLayoutEffect(() => {
    if (Object.is(seen.value, source.read())) behind.delete(source);
  }, [seen, source]);
  return seen.value;
}
