import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface MovedBox {
  /** What is rendered into it by a portal keeps its state when it is moved. */
  readonly box: HTMLElement;
  /** The ref of whatever frame the box is to stand in. */
  readonly place: (frame: HTMLElement | null) => void;
  /** Whether it stands in a frame, or did and waits for the next one. */
  readonly isShown: boolean;
  /** Whether it came from another frame: whatever takes the keyboard in the new one hands it on. */
  readonly isMoved: boolean;
  /** Gives the keyboard to what had it before the box was moved, else to what begins in it. */
  readonly giveFocus: () => void;
}

/**
 * A box that is moved from one frame to another: React would make what stands in it anew, and what somebody types there
 * would be gone. Taking it out of the page takes the keyboard from it.
 */
export function useMovedBox(open: boolean): MovedBox {
  const [box] = useState(makeBox);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [isShown, setShown] = useState(false);
  const [isMoved, setMoved] = useState(false);
  if (open && frame && !isShown) setShown(true);
  if (!open && isShown) setShown(false);
  const isOpen = useRef(false);
  const held = useRef<Element | null>(null);
  const giveFocus = useCallback(() => {
    const had = held.current?.isConnected ? held.current : box.querySelector('[data-autofocus]');
    if (had instanceof HTMLElement) had.focus({ preventScroll: true });
  }, [box]);
  const place = useCallback(
    (next: HTMLElement | null) => {
      if (next) {
        next.append(box);
        if (held.current) giveFocus();
        setMoved(held.current !== null);
      } else if (isOpen.current) held.current = document.activeElement;
      setFrame(next);
    },
    [box, giveFocus],
  );
  useLayoutEffect(() => {
    isOpen.current = open;
    if (!open) held.current = null;
  }, [open]);
  useEffect(() => () => box.remove(), [box]);
  return { box, place, isShown, isMoved, giveFocus };
}

/** Its frame lays out what is in it. */
function makeBox(): HTMLElement {
  const box = document.createElement('div');
  box.style.display = 'contents';
  return box;
}
