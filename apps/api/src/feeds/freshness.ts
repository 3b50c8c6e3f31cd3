export const FRESHNESS = ['fresh', 'stale', 'very-stale', 'no-data', 'disabled', 'error'] as const;
/** How far what is known of a source can be relied on to be recent. The rule is in docs/feeds.md. */
export type Freshness = (typeof FRESHNESS)[number];
