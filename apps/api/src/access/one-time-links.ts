import { Problem, type Role } from '@corridor/domain';
import type { AccountsConnection, AccountsDatabase } from '@corridor/store';
import { isRole } from './roles.ts';
import { randomToken, tokenHash } from './tokens.ts';

/** How long an invitation or a new link can be used. The first admin's has no end but its use, or another start. */
const LINK_HOURS = 72;

export interface LinkMade {
  /** Where it leads in the dashboard. */
  readonly path: string;
  readonly expiresAt: string;
}

/** What a link is good for, for whoever holds it. */
export type LinkPurpose =
  | { readonly kind: 'first-admin' }
  | {
      /** `invitation` for who never signed in by password, `reset` for who did. */
      readonly kind: 'invitation' | 'reset';
      readonly personId: string;
      readonly email: string;
      readonly name: string;
      readonly role: Role;
      readonly expiresAt: string;
    };

/** Makes a link by which a person sets a password; earlier ones end. */
export async function makeLink(connection: AccountsConnection, personId: string): Promise<LinkMade> {
  const token = randomToken();
  await connection.query('delete from one_time_link where person_id = $1', [personId]);
  const [row] = await connection.query<{ expires_at: Date }>(
    `insert into one_time_link (token_hash, kind, person_id, expires_at)
     values ($1, 'password', $2, current_timestamp + make_interval(hours => $3)) returning expires_at`,
    [tokenHash(token), personId, LINK_HOURS],
  );
  return { path: linkPath(token), expiresAt: row?.expires_at.toISOString() ?? '' };
}

/** Makes the link of the first admin, which replaces those of earlier starts; null once there is an admin. */
export function makeFirstAdminLink(database: AccountsDatabase): Promise<string | null> {
  return database.transaction(async (connection) => {
    await connection.query("delete from one_time_link where kind = 'first-admin'");
    if (await hasAdmin(connection)) return null;
    const token = randomToken();
    await connection.query("insert into one_time_link (token_hash, kind) values ($1, 'first-admin')", [
      tokenHash(token),
    ]);
    return linkPath(token);
  });
}

/** Whether somebody can sign in who may manage people. */
export async function hasAdmin(connection: AccountsConnection): Promise<boolean> {
  const rows = await connection.query(
    `select 1 from person where role = 'admin' and active
     and exists (select 1 from person_account where person_id = person.id) limit 1`,
  );
  return rows.length > 0;
}

/** What a token is good for. Throws the same Problem for one that never was, is used or is too old. */
export async function readLink(connection: AccountsConnection, token: string): Promise<LinkPurpose> {
  const [row] = await connection.query<LinkRow>(
    `select kind, person_id, expires_at, email, name, role, exists (
       select 1 from person_account a where a.person_id = person.id and provider_id = 'credential') as has_password
     from one_time_link left join person on person.id = person_id
     where token_hash = $1 and (expires_at is null or expires_at > current_timestamp) and active is not false`,
    [tokenHash(token)],
  );
  if (row?.kind === 'first-admin') return { kind: 'first-admin' };
  if (!row?.person_id || !row.expires_at || !isRole(row.role)) throw linkProblem();
  return {
    kind: row.has_password ? 'reset' : 'invitation',
    personId: row.person_id,
    email: row.email,
    name: row.name,
    role: row.role,
    expiresAt: row.expires_at.toISOString(),
  };
}

interface LinkRow {
  readonly kind: 'first-admin' | 'password';
  readonly person_id: string | null;
  readonly expires_at: Date | null;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly has_password: boolean;
}

/** Uses a token up, within the transaction that does what it is good for. Of several at once, one succeeds. */
export async function useLink(connection: AccountsConnection, token: string): Promise<void> {
  const used = await connection.query(
    `delete from one_time_link where token_hash = $1 and (expires_at is null or expires_at > current_timestamp)
     returning 1`,
    [tokenHash(token)],
  );
  if (used.length === 0) throw linkProblem();
}

export function linkProblem(): Problem {
  return new Problem('not-found', 'This link is not valid, or not any more: ask for a new one.');
}

function linkPath(token: string): string {
  return `/welcome?token=${token}`;
}
