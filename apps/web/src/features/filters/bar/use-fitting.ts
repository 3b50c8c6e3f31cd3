import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { countFitting } from '../fitting-chips.ts';

const GAP_PX = 6;
const MORE_PX = 72;

interface Fitting {
  /** The line that the chips may fill. */
  readonly lineRef: RefObject<HTMLDivElement | null>;
  /** Holds an unseen copy of every chip, for its width. */
  readonly measureRef: RefObject<HTMLDivElement | null>;
  readonly count: number;
}

/** How many of `total` chips fit on the line now. `key` changes with their texts. */
export function useFitting(total: number, key: string): Fitting {
  const lineRef = useRef<HTMLDivElement>(null);
  const measureRef = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(total);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the widths of the chips
  useLayoutEffect(() => {
    const line = lineRef.current;
    const measure = measureRef.current;
    if (!line || !measure) return;
    // Observers are told of what they begin with, after the browser's own layout and before it paints.
    const update = () => {
      const widths = Array.from(measure.children, (child) => child.getBoundingClientRect().width);
      const fitting = countFitting(widths, roomFor(line), GAP_PX, MORE_PX);
      flushSync(() => setCount(fitting));
    };
    const observer = new ResizeObserver(update);
    if (line.parentElement) observer.observe(line.parentElement);
    observer.observe(measure);
    return () => observer.disconnect();
  }, [key]);
  return { lineRef, measureRef, count: Math.min(count, total) };
}

/** What the line's neighbours leave of the width of what holds them. */
function roomFor(line: HTMLElement): number {
  const neighbours = [...(line.parentElement?.children ?? [])].filter((child) => child !== line);
  const taken = neighbours.reduce((sum, child) => sum + child.getBoundingClientRect().width + GAP_PX, 0);
  return (line.parentElement?.clientWidth ?? 0) - taken;
}
