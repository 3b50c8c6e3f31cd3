export const DRAFT_KINDS = ['incident', 'recalled'] as const;
/** A recalled event is an older one that an article tells as background: it is linked to its record, never filed. */
export type DraftKind = (typeof DRAFT_KINDS)[number];

export const DRAFT_STATES = ['open', 'filed', 'linked', 'dismissed'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];
