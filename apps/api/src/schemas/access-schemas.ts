import { ROLES } from '@corridor/domain';
import { z } from '@hono/zod-openapi';
import { PASSWORD_LENGTH } from '../access/password-rules.ts';
import { ACCESS_MODES, PERMISSIONS, type Permission } from '../access/permissions.ts';

const MAX_NAME = 200;
const KEY_DAYS = { min: 1, max: 366 };

/** No control characters or halves of characters, and none that turn the writing direction: they could make one name look like another. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(MAX_NAME)
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, 'holds a control character');
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** What may be tried. What may be set is for `checkPassword` to say. */
const password = z.string().min(1).max(1024);
const newPassword = password.openapi({
  description: `${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters of any kind, none of those that are tried first.`,
});
const token = z.string().min(1).max(100).openapi({ description: 'From the link that was handed over.' });
const role = z.enum(ROLES);
const instant = z.iso.datetime();
const permission = z.enum(permissionNames());

/** Guarantee: the keys of PERMISSIONS, in its order; there is at least one. */
function permissionNames(): [Permission, ...Permission[]] {
  return Object.keys(PERMISSIONS) as [Permission, ...Permission[]];
}

export const meSchema = z
  .strictObject({
    person: z
      .strictObject({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        role: role.openapi({ description: 'With an API key it can be less than the person’s.' }),
        by: z.enum(['session', 'key']),
      })
      .nullable()
      .openapi({ description: 'Who asks; null for nobody.' }),
    permissions: z.array(permission).openapi({ description: 'What who asks may do.' }),
    access: z.enum(ACCESS_MODES).openapi({ description: '`open`: reading needs nobody to be signed in.' }),
    sso: z
      .array(z.strictObject({ id: z.string(), name: z.string() }))
      .openapi({ description: 'Identity providers to sign in by.' }),
    needsFirstAdmin: z.boolean().openapi({ description: 'True until somebody used the link that the start prints.' }),
    passwordLength: z.strictObject({ min: z.number().int(), max: z.number().int() }),
  })
  .openapi('Me');
/** Who asks, what they may do, and how one signs in here. */
export type Me = z.infer<typeof meSchema>;

export const signInSchema = z.strictObject({ email, password });
export const firstAdminSchema = z.strictObject({ token, name: line, email, password: newPassword });
export const linkTokenSchema = z.strictObject({ token });
export const takeLinkSchema = z.strictObject({ token, password: newPassword });
export const changePasswordSchema = z.strictObject({ current: password, next: newPassword });
export type PasswordChange = z.input<typeof changePasswordSchema>;
export const ssoSchema = z.strictObject({
  provider: z.string().min(1).max(50),
  returnTo: z
    .string()
    .max(2000)
    // A path of ours: neither another host (`//host`, `/\host`) nor another scheme.
    .regex(/^\/(?![/\\])[^\p{Cc}\p{Cs}\\]*$/u, 'is a path of this server')
    .default('/'),
});
export const ssoStartSchema = z.strictObject({ url: z.string() });
export type SsoStart = z.infer<typeof ssoStartSchema>;

const nobody = { email: z.null(), name: z.null(), role: z.null(), expiresAt: z.null() };
const somebody = { email: z.string(), name: z.string(), role, expiresAt: instant };

export const linkPurposeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('first-admin'), ...nobody }),
    z.strictObject({ kind: z.enum(['invitation', 'reset']), ...somebody }),
  ])
  .openapi('LinkPurpose');
/** What a one-time link is good for. */
export type LinkPurpose = z.infer<typeof linkPurposeSchema>;

export const sessionsSchema = z.strictObject({
  items: z.array(
    z
      .strictObject({
        id: z.string(),
        current: z.boolean().openapi({ description: 'Whether it is the one that asks.' }),
        createdAt: instant,
        expiresAt: instant,
        address: z.string(),
        userAgent: z.string(),
      })
      .openapi('Session'),
  ),
});
export type SessionList = z.infer<typeof sessionsSchema>;
export type OwnSession = SessionList['items'][number];

const keySchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role,
    prefix: z.string().openapi({ description: 'How the key begins.' }),
    state: z.enum(['live', 'expired', 'revoked']),
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: instant.nullable(),
  })
  .openapi('ApiKey');
export type ApiKey = z.infer<typeof keySchema>;
export const keysSchema = z.strictObject({ items: z.array(keySchema) });
export type KeyList = z.infer<typeof keysSchema>;
export const newKeySchema = z.strictObject({
  name: line,
  role,
  expiresInDays: z.number().int().min(KEY_DAYS.min).max(KEY_DAYS.max).default(90),
});
export type NewKey = z.input<typeof newKeySchema>;
export const madeKeySchema = z.strictObject({
  key: keySchema,
  token: z.string().openapi({ description: 'The key itself. It is shown this once.' }),
});
export type MadeKey = z.infer<typeof madeKeySchema>;

const personSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    state: z.enum(['invited', 'active', 'deactivated']).openapi({
      description: '`invited` until they have signed in by a link or by the identity provider.',
    }),
    signsInBy: z.array(z.enum(['password', 'sso'])),
    createdAt: instant,
  })
  .openapi('Person');
export type ListedPerson = z.infer<typeof personSchema>;
const linkSchema = z
  .strictObject({
    path: z.string().openapi({ description: 'Path of the dashboard. It works once and is shown this once.' }),
    expiresAt: instant,
  })
  .openapi('OneTimeLink');
export type OneTimeLink = z.infer<typeof linkSchema>;
export const peopleSchema = z.strictObject({ items: z.array(personSchema) });
export type PeopleList = z.infer<typeof peopleSchema>;
export const newPersonSchema = z.strictObject({ email, name: line, role });
export type NewPerson = z.input<typeof newPersonSchema>;
export const invitedSchema = z.strictObject({ person: personSchema, link: linkSchema });
export type Invited = z.infer<typeof invitedSchema>;
export const personChangeSchema = z.strictObject({ role: role.optional(), active: z.boolean().optional() });
export type PersonChange = z.input<typeof personChangeSchema>;
export const changedPersonSchema = z.strictObject({ person: personSchema });
export type ChangedPerson = z.infer<typeof changedPersonSchema>;
export const madeLinkSchema = z.strictObject({ link: linkSchema });
export type MadeLink = z.infer<typeof madeLinkSchema>;
