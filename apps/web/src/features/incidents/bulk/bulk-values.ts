import type { Status } from '@corridor/domain';
import { CREDIBILITIES, EVENT_TYPES, RELIABILITIES, STATUSES, SUB_EVENT_TYPES, TARGET_TYPES } from '@corridor/domain';
import type { BulkChange } from '../../../lib/api/editing.ts';

/** What can be changed in many records at once. */
export const BULK_PARTS = [
  'type',
  'targetType',
  'grade',
  'status',
  'targetedSites',
  'projectSite',
  'summarisesDay',
] as const;
export type BulkPart = (typeof BULK_PARTS)[number];

/** What is typed and chosen; of the parts, only the one that is changed counts. */
export interface BulkValues {
  readonly part: BulkPart;
  readonly eventType: string;
  readonly subEventType: string;
  readonly targetType: string;
  readonly reliability: string;
  readonly credibility: string;
  readonly status: string;
  readonly targetedSites: readonly string[];
  readonly projectSite: string;
  readonly summarisesDay: boolean;
}

export const NO_BULK_VALUES: BulkValues = {
  part: 'type',
  eventType: '',
  subEventType: '',
  targetType: '',
  reliability: '',
  credibility: '',
  status: '',
  targetedSites: [],
  projectSite: '',
  summarisesDay: false,
};

export interface BulkWanted {
  readonly changes: BulkChange['changes'];
  readonly status?: Status;
}

/** The change that is wanted; null while it is not chosen to its end. */
export function bulkWanted(values: BulkValues): BulkWanted | null {
  switch (values.part) {
    case 'type': {
      const eventType = find(EVENT_TYPES, values.eventType);
      const subEventType = eventType && find(SUB_EVENT_TYPES[eventType], values.subEventType);
      return eventType && subEventType ? { changes: { eventType, subEventType } } : null;
    }
    case 'targetType': {
      const targetType = find(TARGET_TYPES, values.targetType);
      return targetType ? { changes: { targetType } } : null;
    }
    case 'grade': {
      const [reliability, credibility] = [
        find(RELIABILITIES, values.reliability),
        find(CREDIBILITIES, values.credibility),
      ];
      return reliability && credibility ? { changes: { grade: { reliability, credibility } } } : null;
    }
    case 'status': {
      const status = find(STATUSES, values.status);
      return status ? { changes: {}, status } : null;
    }
    case 'targetedSites':
      return { changes: { targetedSites: [...values.targetedSites] } };
    case 'projectSite':
      return { changes: { projectSite: values.projectSite.trim() } };
    case 'summarisesDay':
      return { changes: { summarisesDay: values.summarisesDay } };
  }
}

function find<T extends string>(known: readonly T[], value: string): T | undefined {
  return known.find((one) => one === value);
}
