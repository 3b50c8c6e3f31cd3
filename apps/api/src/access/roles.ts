/** From the one that may least to the one that may all. */
export const ROLES = ['viewer', 'reporter', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** What a key made for one role may do in the hands of somebody whose role is another by now. */
export function lowerRole(a: Role, b: Role): Role {
  return ROLES.indexOf(a) < ROLES.indexOf(b) ? a : b;
}
