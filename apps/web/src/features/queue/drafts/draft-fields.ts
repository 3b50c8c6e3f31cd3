import { CASUALTY_KINDS } from '@corridor/domain';

/** What of a draft is shown beside its article, in the order of the form. */
export const DRAFT_FIELDS = [
  'title',
  'summary',
  'occurred',
  'eventType',
  'subEventType',
  'place',
  'targetType',
  'target',
  'actors',
  ...CASUALTY_KINDS.map((kind) => `casualties.${kind}` as const),
  'targetedSites',
  'sources',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

export function isDraftField(name: string): name is DraftField {
  return DRAFT_FIELDS.some((field) => field === name);
}
