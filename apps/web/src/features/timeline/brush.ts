import type { TimeAxis } from './time-axis.ts';
import { barCount, bucketOfDay } from './time-axis.ts';

/** A chosen stretch of days, both included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export type Handle = 'from' | 'to';

/** The window that bars `a` to `b` span, in either order. */
export function windowOfBars({ edges }: TimeAxis, a: number, b: number): Window {
  const [low, high] = a < b ? [a, b] : [b, a];
  return { from: edges[low] ?? 0, to: (edges[high + 1] ?? 1) - 1 };
}

/** All that is drawn. */
export function wholeWindow(axis: TimeAxis): Window {
  return windowOfBars(axis, 0, Math.max(0, barCount(axis) - 1));
}

/** The window with one end at an edge between bars; it keeps at least one bar. */
export function moveHandle(axis: TimeAxis, window: Window, handle: Handle, edge: number): Window {
  const { edges } = axis;
  if (handle === 'from') {
    const limit = lastEdgeBefore(edges, window.to + 1);
    return { from: edges[Math.max(0, Math.min(edge, limit))] ?? window.from, to: window.to };
  }
  const limit = firstEdgeAfter(edges, window.from);
  return { from: window.from, to: (edges[Math.min(edges.length - 1, Math.max(edge, limit))] ?? window.to + 1) - 1 };
}

/** One end moved by steps of a bar. An end that lies within a bar goes to the bar's edge first. */
export function stepHandle(axis: TimeAxis, window: Window, handle: Handle, steps: number): Window {
  const { edges } = axis;
  const at = handle === 'from' ? window.from : window.to + 1;
  const edge = steps > 0 ? firstEdgeAfter(edges, at) + steps - 1 : lastEdgeBefore(edges, at) + steps + 1;
  return moveHandle(axis, window, handle, Math.max(0, Math.min(edges.length - 1, edge)));
}

/** The whole window moved by steps of a bar, as wide as before in bars; it stops at the ends of the axis. */
export function stepWindow(axis: TimeAxis, window: Window, steps: number): Window {
  const first = bucketOfDay(axis, window.from);
  const last = bucketOfDay(axis, window.to);
  const moved = Math.max(-first, Math.min(barCount(axis) - 1 - last, steps));
  return moved === 0 ? window : windowOfBars(axis, first + moved, last + moved);
}

/** Whether the window has reached the end of the axis. */
export function isAtEnd(axis: TimeAxis, window: Window): boolean {
  return bucketOfDay(axis, window.to) >= barCount(axis) - 1;
}

/** The window that play starts from where no period is set: a fifth of the bars, at most twelve, at the beginning. */
export function firstWindow(axis: TimeAxis): Window {
  return windowOfBars(axis, 0, Math.max(0, Math.min(12, Math.ceil(barCount(axis) / 5)) - 1));
}

/** The same width, at the beginning of the axis. */
export function rewind(axis: TimeAxis, window: Window): Window {
  return stepWindow(axis, window, -bucketOfDay(axis, window.from));
}

export function sameWindow(a: Window | null, b: Window | null): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}

function firstEdgeAfter(edges: readonly number[], day: number): number {
  const index = edges.findIndex((edge) => edge > day);
  return index < 0 ? edges.length - 1 : index;
}

function lastEdgeBefore(edges: readonly number[], day: number): number {
  return Math.max(
    0,
    edges.findLastIndex((edge) => edge < day),
  );
}
