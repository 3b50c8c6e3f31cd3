import { useKeys } from '../../lib/keys/use-keys.ts';

interface QueueKeys {
  readonly onMove: (by: 1 | -1) => void;
  /** The reader takes the row that the keyboard is on. */
  readonly onTake: () => void;
  /** The reader gives that row its next status. */
  readonly onStatus: () => void;
}

/** Letters work wherever nothing is typed, arrows in the list: elsewhere they scroll. */
export function useQueueKeys({ onMove, onStatus, onTake }: QueueKeys): void {
  useKeys({
    queueStep: (key) => onMove(key === 'J' ? 1 : -1),
    queueRow: (key, { target }) => isInList(target) && onMove(key === 'ArrowDown' ? 1 : -1),
    queueTake: onTake,
    queueStatus: onStatus,
  });
}

function isInList(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest('[data-row]') !== null);
}
