import { useMemo } from 'react';
import type { QueueChoice } from '../../lib/api/queue-choice.ts';
import { useView } from '../../lib/view/use-view.ts';

const EVERYTHING: QueueChoice = { order: 'severity', whose: 'all', status: null };

export interface ChosenQueue {
  readonly choice: QueueChoice;
  readonly choose: (choice: QueueChoice) => void;
  readonly showAll: () => void;
}

/** The queue's order and what it leaves out, as the address has them. */
export function useQueueChoice(): ChosenQueue {
  const { view, patch } = useView();
  const { queueOrder, queueOf, queueStatus } = view;
  const choice = useMemo(
    (): QueueChoice => ({
      order: queueOrder ?? EVERYTHING.order,
      whose: queueOf ?? EVERYTHING.whose,
      status: queueStatus ?? EVERYTHING.status,
    }),
    [queueOrder, queueOf, queueStatus],
  );
  const choose = ({ order, status, whose }: QueueChoice) =>
    patch({
      queueOrder: order === EVERYTHING.order ? undefined : order,
      queueOf: whose === EVERYTHING.whose ? undefined : whose,
      queueStatus: status ?? undefined,
    });
  return { choice, choose, showAll: () => choose(EVERYTHING) };
}
