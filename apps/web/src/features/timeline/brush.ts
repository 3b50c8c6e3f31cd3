/** Bars that a period covers, both included. */
export interface Brush {
  readonly first: number;
  readonly last: number;
}

export type Grip = 'from' | 'to' | 'both';

/** A brush after a step: an end never passes the other, and a moved window keeps its length within the bars. */
export function moveBrush({ first, last }: Brush, grip: Grip, by: number, count: number): Brush {
  const end = Math.max(0, count - 1);
  if (grip === 'from') return { first: clamp(first + by, 0, last), last };
  if (grip === 'to') return { first, last: clamp(last + by, first, end) };
  const shift = clamp(by, -first, end - last);
  return { first: first + shift, last: last + shift };
}

/** The bars between the one where a drag began and the one under the pointer. */
export function spanBrush(anchor: number, current: number): Brush {
  return { first: Math.min(anchor, current), last: Math.max(anchor, current) };
}

/** What a key does to a handle; null for a key that means nothing to it. */
export function stepOfKey(key: string, rightToLeft: boolean, count: number): number | null {
  const forward = rightToLeft ? -1 : 1;
  if (key === 'ArrowRight') return forward;
  if (key === 'ArrowLeft') return -forward;
  if (key === 'ArrowUp') return 1;
  if (key === 'ArrowDown') return -1;
  if (key === 'PageUp') return 12;
  if (key === 'PageDown') return -12;
  if (key === 'Home') return -count;
  return key === 'End' ? count : null;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
