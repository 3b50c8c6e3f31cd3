import { randomUUID } from 'node:crypto';
import { Problem, type Role } from '@corridor/domain';
import type { AccountsConnection, AccountsDatabase } from '@corridor/store';
import { type LinkMade, makeLink } from './one-time-links.ts';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** `invited` until a password is set or the identity provider was used. */
  readonly state: 'invited' | 'active' | 'deactivated';
  readonly signsInBy: readonly ('password' | 'sso')[];
  readonly createdAt: string;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly active: boolean;
  readonly created_at: Date;
  readonly providers: readonly string[];
}

const SELECT = `select id, name, email, role, active, created_at,
  array(select provider_id from person_account where person_id = person.id order by provider_id) as providers from person`;

export async function listPeople(connection: AccountsConnection): Promise<ListedPerson[]> {
  return (await connection.query<PersonRow>(`${SELECT} order by lower(name), email`)).map(toListed);
}

/** Throws the Problem `not-found`. */
export async function findPerson(connection: AccountsConnection, id: string): Promise<ListedPerson> {
  const [row] = await connection.query<PersonRow>(`${SELECT} where id = $1`, [id]);
  if (!row) throw new Problem('not-found', 'There is no person with this id.');
  return toListed(row);
}

function toListed({ active, created_at, providers, ...person }: PersonRow): ListedPerson {
  const signsInBy = [...new Set(providers.map((id): 'password' | 'sso' => (id === 'credential' ? 'password' : 'sso')))];
  const state = active ? (signsInBy.length === 0 ? 'invited' : 'active') : 'deactivated';
  return { ...person, state, signsInBy, createdAt: created_at.toISOString() };
}

export interface NewPerson {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly role: Role;
}

/** Writes a person who cannot sign in yet, and gives the id. Throws the Problem `conflict` for an e-mail address in use. */
export async function insertPerson(connection: AccountsConnection, { email, name, role }: NewPerson): Promise<string> {
  const [row] = await connection.query<{ id: string }>(
    `insert into person (id, name, email, email_verified, role, active) values ($1, $2, $3, true, $4, true)
     on conflict (email) do nothing returning id`,
    [randomUUID(), name, email, role],
  );
  if (!row) throw new Problem('conflict', 'Somebody with this e-mail address is there already.');
  return row.id;
}

/** Sets a password, hashed already, and ends every session of the person but one, if one is to stay. */
export async function setPassword(
  connection: AccountsConnection,
  personId: string,
  hashed: string,
  keptSessionId: string | null,
): Promise<void> {
  await connection.query(
    `insert into person_account (id, account_id, provider_id, person_id, password, updated_at)
     values ($1, $2, 'credential', $2, $3, current_timestamp)
     on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = current_timestamp`,
    [randomUUID(), personId, hashed],
  );
  await connection.query('delete from person_session where person_id = $1 and id is distinct from $2', [
    personId,
    keptSessionId,
  ]);
}

export function invitePerson(
  database: AccountsDatabase,
  person: NewPerson,
): Promise<{ readonly person: ListedPerson; readonly link: LinkMade }> {
  return database.transaction(async (connection) => {
    const id = await insertPerson(connection, person);
    const link = await makeLink(connection, id);
    return { person: await findPerson(connection, id), link };
  });
}

export interface PersonChange {
  readonly role?: Role | undefined;
  readonly active?: boolean | undefined;
}

/**
 * Changes role or state and gives the person before and after. A deactivated person loses sessions and links at once, and
 * keys for as long as it lasts. Throws the Problem `conflict` where nobody would be left who can manage people.
 */
export function changePerson(
  database: AccountsDatabase,
  id: string,
  change: PersonChange,
): Promise<{ readonly before: ListedPerson; readonly after: ListedPerson }> {
  return database.transaction(async (connection) => {
    // Of two admins who demote each other at once, the second waits here and then finds nobody else.
    const locked = await connection.query<{ id: string }>(
      `select id from person where id = $1 or (role = 'admin' and active and exists (
         select 1 from person_account where person_id = person.id)) order by id for update`,
      [id],
    );
    const before = await findPerson(connection, id);
    const role = change.role ?? before.role;
    const active = change.active ?? before.state !== 'deactivated';
    const wasAdmin = before.role === 'admin' && before.state === 'active';
    if (wasAdmin && !(role === 'admin' && active) && locked.every((row) => row.id === id)) {
      throw new Problem('conflict', 'The last admin stays an admin: make somebody else one first.');
    }
    await connection.query('update person set role = $2, active = $3, updated_at = current_timestamp where id = $1', [
      id,
      role,
      active,
    ]);
    if (!active) {
      await connection.query('delete from person_session where person_id = $1', [id]);
      await connection.query('delete from one_time_link where person_id = $1', [id]);
    }
    return { before, after: await findPerson(connection, id) };
  });
}
