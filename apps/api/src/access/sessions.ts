import { Problem } from '@corridor/domain';
import type { AccountsDatabase } from '@corridor/store';
import type { Person } from './person.ts';

export interface ListedSession {
  readonly id: string;
  /** Whether it is the one that asks. */
  readonly current: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly address: string;
  readonly userAgent: string;
}

interface SessionRow {
  readonly id: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
}

/** A person's sessions that have not ended, the newest first. */
export async function listSessions(database: AccountsDatabase, person: Person): Promise<ListedSession[]> {
  const rows = await database.query<SessionRow>(
    `select id, created_at, expires_at, ip_address, user_agent from person_session
     where person_id = $1 and expires_at > current_timestamp order by created_at desc, id limit 200`,
    [person.id],
  );
  return rows.map(({ created_at, expires_at, id, ip_address, user_agent }) => ({
    id,
    current: id === person.sessionId,
    createdAt: created_at.toISOString(),
    expiresAt: expires_at.toISOString(),
    address: ip_address ?? '',
    userAgent: user_agent ?? '',
  }));
}

/** Ends a session of the person's own. Throws the Problem `not-found`, also for a session of somebody else. */
export async function endSession(database: AccountsDatabase, person: Person, id: string): Promise<void> {
  const ended = await database.transaction((connection) =>
    connection.query('delete from person_session where person_id = $1 and id = $2 returning 1', [person.id, id]),
  );
  if (ended.length === 0) throw new Problem('not-found', 'You have no session with this id.');
}

/** Ends all sessions of the person but the one that asks. */
export async function endOtherSessions(database: AccountsDatabase, person: Person): Promise<void> {
  await database.transaction((connection) =>
    connection.query('delete from person_session where person_id = $1 and id is distinct from $2', [
      person.id,
      person.sessionId,
    ]),
  );
}

/** Forgets what has run out: sessions, links and sign-ins under way. */
export async function forgetExpired(database: AccountsDatabase): Promise<void> {
  await database.transaction(async (connection) => {
    for (const table of ['person_session', 'one_time_link', 'person_verification']) {
      await connection.query(`delete from ${table} where expires_at < current_timestamp`);
    }
  });
}
