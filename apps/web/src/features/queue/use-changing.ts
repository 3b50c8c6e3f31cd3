import type { Status } from '@corridor/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/api/me.ts';
import { type QueueItem, queueKey } from '../../lib/api/queue.ts';
import type { QueueSelection } from './use-queue-selection.ts';

/** The incident that is to have another status. */
export interface StatusOfQueue {
  readonly id: string;
  /** The next one on the way to confirmed; null where there is none. */
  readonly next: Status | null;
  readonly onClose: () => void;
  readonly onDone: (status: Status) => void;
}

interface Changing {
  /** The incident whose status is being changed. */
  readonly status: StatusOfQueue | null;
  /** Begins with the row that the keyboard is on. */
  readonly start: () => void;
}

/** Another status for the keyboard's row, after which the keyboard goes on to the next row; `say` hears of it. */
export function useChanging(selection: QueueSelection, say: (words: string) => void): Changing {
  const { t } = useTranslation(['queue', 'taxonomy']);
  const { may } = useMe();
  const queryClient = useQueryClient();
  const [item, setItem] = useState<QueueItem | null>(null);
  const onDone = (incident: QueueItem['incident'], status: Status) => {
    setItem(null);
    selection.move(1);
    say(t('queue:statusGiven', { status: t(`taxonomy:status.${status}`).toLowerCase(), title: incident.title }));
    void queryClient.invalidateQueries({ queryKey: queueKey });
  };
  return {
    status: item && {
      id: item.incident.id,
      next: item.nextStatus,
      onClose: () => {
        setItem(null);
        selection.resume();
      },
      onDone: (status) => onDone(item.incident, status),
    },
    start: () => {
      if (may('incidents.verify') && selection.active) setItem(selection.active);
    },
  };
}
