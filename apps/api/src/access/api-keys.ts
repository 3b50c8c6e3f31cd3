import { Problem, ROLES, type Role } from '@corridor/domain';
import type { AccountsDatabase } from '@corridor/store';
import type { Person } from './person.ts';
import { lowerRole } from './roles.ts';
import { randomToken, tokenHash } from './tokens.ts';

export const KEY_PREFIX = 'cw_';
const KEY = /^cw_[A-Za-z0-9_-]{43}$/;

/** What is shown of a key, so that it can be told from others. */
const SHOWN_CHARACTERS = 9;
const MAX_LIVE_KEYS = 50;

export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly prefix: string;
  readonly state: 'live' | 'expired' | 'revoked';
  readonly createdAt: string;
  readonly expiresAt: string;
  /** To the minute. */
  readonly lastUsedAt: string | null;
}

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly prefix: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
  readonly expired: boolean;
}

const COLUMNS = `id, name, role, prefix, created_at, expires_at, last_used_at, revoked_at,
  expires_at <= current_timestamp as expired`;

/** A person's keys, the newest first; at most 200, so that old ones cannot grow into a burden. */
export async function listKeys(database: AccountsDatabase, personId: string): Promise<ListedKey[]> {
  const rows = await database.query<KeyRow>(
    `select ${COLUMNS} from api_key where person_id = $1 order by created_at desc, id limit 200`,
    [personId],
  );
  return rows.map(toListed);
}

function toListed({ created_at, expired, expires_at, last_used_at, revoked_at, ...key }: KeyRow): ListedKey {
  return {
    ...key,
    state: revoked_at ? 'revoked' : expired ? 'expired' : 'live',
    createdAt: created_at.toISOString(),
    expiresAt: expires_at.toISOString(),
    lastUsedAt: last_used_at?.toISOString() ?? null,
  };
}

/** Makes a key and gives its token, which is never shown again. */
export async function makeKey(
  database: AccountsDatabase,
  owner: Person,
  { name, role, days }: { readonly name: string; readonly role: Role; readonly days: number },
): Promise<{ readonly key: ListedKey; readonly token: string }> {
  if (lowerRole(role, owner.role) !== role) {
    const allowed = ROLES.slice(0, ROLES.indexOf(owner.role) + 1).join(', ');
    throw new Problem('invalid-body', `A key may no more than its owner; allowed: ${allowed}.`, [
      { name: 'role', reason: `is one of: ${allowed}` },
    ]);
  }
  const token = `${KEY_PREFIX}${randomToken()}`;
  return database.transaction(async (connection) => {
    const [live] = await connection.query<{ count: number }>(
      `select count(*) as count from api_key
       where person_id = $1 and revoked_at is null and expires_at > current_timestamp`,
      [owner.id],
    );
    if ((live?.count ?? 0) >= MAX_LIVE_KEYS) {
      throw new Problem('conflict', `A person has at most ${MAX_LIVE_KEYS} keys: revoke one first.`);
    }
    const [row] = await connection.query<KeyRow>(
      `insert into api_key (person_id, name, role, prefix, token_hash, expires_at)
       values ($1, $2, $3, $4, $5, current_timestamp + make_interval(days => $6)) returning ${COLUMNS}`,
      [owner.id, name, role, token.slice(0, SHOWN_CHARACTERS), tokenHash(token), days],
    );
    if (!row) throw new Error('Expected the row that was inserted');
    return { key: toListed(row), token };
  });
}

/** Ends a key of the person's own and gives its name. Throws the Problem `not-found`, also for a key of somebody else. */
export async function revokeKey(database: AccountsDatabase, personId: string, id: string): Promise<string> {
  const missing = new Problem('not-found', 'You have no key with this id.');
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) throw missing;
  const [row] = await database.transaction((connection) =>
    connection.query<{ name: string }>(
      `update api_key set revoked_at = coalesce(revoked_at, current_timestamp) where person_id = $1 and id = $2
       returning name`,
      [personId, id],
    ),
  );
  if (!row) throw missing;
  return row.name;
}

/** Whose key it is, with the lower of both roles; null for one that never was, ended, or belongs to who may not enter. */
export async function whoseKey(database: AccountsDatabase, token: string): Promise<Person | null> {
  if (!KEY.test(token)) return null;
  const [row] = await database.query<KeyOwnerRow>(
    `select api_key.id as key_id, api_key.role as key_role, person.id, person.name, email, person.role,
       last_used_at is null or last_used_at < current_timestamp - interval '1 minute' as stale
     from api_key join person on person.id = person_id
     where token_hash = $1 and revoked_at is null and expires_at > current_timestamp and active`,
    [tokenHash(token)],
  );
  if (!row) return null;
  if (row.stale) await noteUse(database, row.key_id);
  const { email, id, key_role, name, role } = row;
  return { id, name, email, role: lowerRole(role, key_role), sessionId: null };
}

interface KeyOwnerRow {
  readonly key_id: string;
  readonly key_role: Role;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly stale: boolean;
}

/** A key works also where nothing can be written any more. */
async function noteUse(database: AccountsDatabase, keyId: string): Promise<void> {
  try {
    await database.checkSpace();
    await database.query('update api_key set last_used_at = current_timestamp where id = $1', [keyId]);
  } catch {
    // The next use will note it.
  }
}
