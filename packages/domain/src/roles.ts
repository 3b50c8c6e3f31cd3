/** From the one that may least to the one that may all. */
export const ROLES = ['viewer', 'reporter', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];
