import { ROLES, type Role } from '@corridor/domain';

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** What a key made for one role may do in the hands of somebody whose role is another by now. */
export function lowerRole(a: Role, b: Role): Role {
  return ROLES.indexOf(a) < ROLES.indexOf(b) ? a : b;
}
