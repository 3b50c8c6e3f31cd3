import type { Status } from '@corridor/domain';

/** What a reviewer goes through; records that wait where the address says nothing. */
export const QUEUE_LISTS = ['waiting', 'doubles', 'drafts'] as const;
export const QUEUE_ORDERS = ['severity', 'age'] as const;
export const QUEUE_WHOSE = ['all', 'mine', 'nobodys', 'watched'] as const;
export const WAITING_STATUSES = ['reported', 'corroborated', 'disputed'] as const satisfies readonly Status[];

/** What is asked of the queue. */
export interface QueueChoice {
  readonly order: (typeof QUEUE_ORDERS)[number];
  readonly whose: (typeof QUEUE_WHOSE)[number];
  /** Null for all that wait. */
  readonly status: (typeof WAITING_STATUSES)[number] | null;
}
