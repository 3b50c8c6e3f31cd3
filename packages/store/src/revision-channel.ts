/** PostgreSQL notification channel on which every write transaction tells its revision. */
export const REVISION_CHANNEL = 'corridor_revision';
