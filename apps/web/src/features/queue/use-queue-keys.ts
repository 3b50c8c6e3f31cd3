import { useEffect, useEffectEvent } from 'react';
import { stepOfKey } from './step-of-key.ts';

interface QueueKeys {
  readonly onMove: (by: 1 | -1) => void;
  /** The reader takes the row that the keyboard is on. */
  readonly onTake: () => void;
}

/** Letters work wherever nothing is typed, arrows in the list: elsewhere they scroll. */
export function useQueueKeys({ onMove, onTake }: QueueKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isElsewhere(event.target)) return;
    const by = stepOfKey(event.key, isInList(event.target));
    if (by !== null) onMove(by);
    else if (event.key.toLowerCase() === 'a') onTake();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

const TYPING =
  'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu]';

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

function isInList(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest('[data-row]') !== null);
}
