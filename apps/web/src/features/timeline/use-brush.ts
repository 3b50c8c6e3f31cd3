import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import { isScreenBehind } from '../../lib/use-followed.ts';
import { viewStore } from '../../lib/view/view-store.ts';
import { type Handle, moveHandle, sameWindow, stepWindow, type Window, windowOfBars } from './brush.ts';
import { bucketAt, edgeAt, type TimeAxis, xOfDay } from './time-axis.ts';

export type Commit = (window: Window | null, options: { readonly replace: boolean }) => void;

interface Drag {
  readonly mode: Handle | 'move' | 'new';
  readonly startX: number;
  readonly origin: Window;
  lastX: number;
  moved: boolean;
  committed: boolean;
}

export interface Brush {
  /** The window as it is drawn: while dragging ahead of the URL. */
  readonly window: Window | null;
  readonly dragging: boolean;
  readonly onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
  readonly onPointerMove: (event: PointerEvent<SVGSVGElement>) => void;
  readonly onPointerUp: (event: PointerEvent<SVGSVGElement>) => void;
  readonly onPointerCancel: () => void;
}

const CLICK_SLACK_PX = 4;
const HANDLE_OUT_PX = 16;
const HANDLE_IN_PX = 6;

/**
 * Dragging over the plot. The window follows the pointer at each frame; `commit` hears of it as fast as it is answered. A
 * drag is one step of Back: its first commit is kept, later ones replace it.
 */
export function useBrush(
  axis: TimeAxis,
  period: Window | null,
  whole: Window,
  svgRef: RefObject<SVGSVGElement | null>,
  commit: Commit,
): Brush {
  const [draft, setDraft] = useState<Window | null>(null);
  const [dragging, setDragging] = useState(false);
  const drag = useRef<Drag | null>(null);
  const sendSoon = useOncePerAnswer(commit);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the URL has caught up when the period changes
  useEffect(() => {
    if (!drag.current) setDraft(null);
  }, [period?.from, period?.to]);

  const xOf = (event: PointerEvent) => event.clientX - (svgRef.current?.getBoundingClientRect().left ?? 0);

  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0 || axis.edges.length < 2) return;
    const x = xOf(event);
    const mode = modeAt(axis, x, period, whole);
    drag.current = { mode, startX: x, origin: period ?? whole, lastX: x, moved: false, committed: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const current = drag.current;
    if (!current) return;
    const x = xOf(event);
    if (!current.moved && Math.abs(x - current.startX) < CLICK_SLACK_PX) return;
    if (!current.moved) setDragging(true);
    current.moved = true;
    const next = dragged(axis, current, x);
    setDraft(next);
    sendSoon(next, { replace: current.committed });
    current.committed = true;
    // A slow hand goes on the way it goes.
    const further = dragged(axis, current, x + Math.sign(x - current.lastX) * axis.barWidth);
    current.lastX = x;
    if (!sameWindow(further, next)) viewStore.expect(() => commit(further, { replace: true }));
  };
  const onPointerUp = (event: PointerEvent<SVGSVGElement>) => {
    const current = drag.current;
    drag.current = null;
    setDragging(false);
    if (!current) return;
    if (current.moved) {
      const next = dragged(axis, current, xOf(event));
      if (sameWindow(next, period)) setDraft(null);
      sendSoon(next, { replace: true });
    } else if (current.mode === 'new' || current.mode === 'move') {
      const bar = bucketAt(axis, current.startX);
      const clicked = windowOfBars(axis, bar, bar);
      commit(sameWindow(clicked, period) ? null : clicked, { replace: false });
    }
  };
  const onPointerCancel = () => {
    drag.current = null;
    setDragging(false);
    setDraft(null);
  };
  return { window: draft ?? period, dragging, onPointerDown, onPointerMove, onPointerUp, onPointerCancel };
}

/** What a drag that begins at a place does. A handle's grip reaches further outwards than into the window. */
function modeAt(axis: TimeAxis, x: number, period: Window | null, whole: Window): Drag['mode'] {
  const { from, to } = period ?? whole;
  const [left, right] = [xOfDay(axis, from), xOfDay(axis, to + 1)];
  if (x >= left - HANDLE_OUT_PX && x <= left + HANDLE_IN_PX) return 'from';
  if (x >= right - HANDLE_IN_PX && x <= right + HANDLE_OUT_PX) return 'to';
  return period && x > left && x < right ? 'move' : 'new';
}

function dragged(axis: TimeAxis, { mode, startX, origin }: Drag, x: number): Window {
  if (mode === 'new') return windowOfBars(axis, bucketAt(axis, startX), bucketAt(axis, x));
  if (mode === 'move') return stepWindow(axis, origin, Math.round((x - startX) / axis.barWidth));
  return moveHandle(axis, origin, mode, edgeAt(axis, x));
}

/**
 * Calls `commit` with the latest window, at most once per animation frame and not before what was asked last is
 * answered and drawn; a kept step of Back stays kept.
 */
function useOncePerAnswer(commit: Commit): Commit {
  const { client } = useEngine();
  const latest = useRef<{ window: Window | null; replace: boolean } | null>(null);
  const send = useRef(commit);
  useEffect(() => {
    send.current = commit;
  }, [commit]);
  return useCallback(
    (window, { replace }) => {
      const waiting = latest.current;
      latest.current = { window, replace: waiting ? waiting.replace && replace : replace };
      if (waiting) return;
      const sendWhenFree = () => {
        if (client.desk.busy || isScreenBehind()) {
          requestAnimationFrame(sendWhenFree);
          return;
        }
        const next = latest.current;
        latest.current = null;
        if (next) send.current(next.window, { replace: next.replace });
      };
      requestAnimationFrame(sendWhenFree);
    },
    [client],
  );
}
