import { startTransition, useEffect, useState } from 'react';

const REST_MS = 250;

/**
 * A value as it was when it last rested for a quarter of a second; the first one at once. Drawn in slices. For what nobody follows with
 * the eye while something is dragged: text twins of pictures.
 */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(value)), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
