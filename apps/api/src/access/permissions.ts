import type { Role } from '@corridor/domain';
import type { Person } from './person.ts';

/** Whether those who are not signed in may read. */
export const ACCESS_MODES = ['open', 'login'] as const;
export type AccessMode = (typeof ACCESS_MODES)[number];

interface Rule {
  readonly what: string;
  readonly roles: readonly Role[];
  /** Whether an API key may do it too. Keys and people are the business of somebody who has just typed a password. */
  readonly byKey: boolean;
  /** Whether it needs nobody to be signed in where access is open. */
  readonly open: boolean;
}

/** Who may do what. The only place that says so. */
export const PERMISSIONS = {
  'records.read': {
    what: 'see, search and export the records',
    roles: ['viewer', 'reporter', 'analyst', 'admin'],
    byKey: true,
    open: true,
  },
  'incidents.file': {
    what: 'file a new incident',
    roles: ['reporter', 'analyst', 'admin'],
    byKey: true,
    open: false,
  },
  'incidents.edit': { what: 'change any incident', roles: ['analyst', 'admin'], byKey: true, open: false },
  'incidents.verify': {
    what: 'change the status of an incident',
    roles: ['analyst', 'admin'],
    byKey: true,
    open: false,
  },
  'drafts.paste': {
    what: 'hand in an article, by text or address, to be read for incidents',
    roles: ['reporter', 'analyst', 'admin'],
    byKey: true,
    open: false,
  },
  'drafts.read': { what: 'see what was read out of articles', roles: ['analyst', 'admin'], byKey: true, open: false },
  'drafts.decide': {
    what: 'file, link and dismiss what was read out of articles, and have sources looked at now',
    roles: ['analyst', 'admin'],
    byKey: true,
    open: false,
  },
  'sites.edit': { what: 'add and change sites and routes', roles: ['analyst', 'admin'], byKey: true, open: false },
  'imports.run': {
    what: 'import files of records, and take imports back',
    roles: ['analyst', 'admin'],
    byKey: true,
    open: false,
  },
  'account.own': {
    what: 'see and end one’s own sessions, change one’s password, make and revoke one’s API keys',
    roles: ['viewer', 'reporter', 'analyst', 'admin'],
    byKey: false,
    open: false,
  },
  'people.manage': { what: 'invite people, change roles, deactivate', roles: ['admin'], byKey: false, open: false },
} as const satisfies Readonly<Record<string, Rule>>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a person, or nobody, may. */
export function may(person: Person | null, permission: Permission, mode: AccessMode): boolean {
  const rule: Rule = PERMISSIONS[permission];
  if (person === null) return mode === 'open' && rule.open;
  return rule.roles.includes(person.role) && (rule.byKey || person.sessionId !== null);
}

export function permissionsOf(person: Person | null, mode: AccessMode): Permission[] {
  return asPermissions(Object.keys(PERMISSIONS)).filter((permission) => may(person, permission, mode));
}

/** Guarantee: the argument is the keys of PERMISSIONS. */
function asPermissions(keys: readonly string[]): readonly Permission[] {
  return keys as readonly Permission[];
}
