import { type Kysely, sql } from 'kysely';
import type { JsonObject } from './audit/canonical-json.ts';
import { instantText } from './audit/entry-rows.ts';
import { toAct } from './audit/to-act.ts';
import {
  COMMENT_ACTION,
  type Comment,
  type Discussion,
  type IncidentPair,
  toComment,
  toCommentAct,
} from './discussion.ts';
import type { Schema } from './schema.ts';
import type { StorePart } from './store-part.ts';
import { appendAct } from './write-transaction.ts';

export function createDiscussion({ ask, db, write }: StorePart): Discussion {
  return {
    comments: (incidentId) => ask(() => readComments(db, incidentId)),
    commentCounts: (incidentIds) =>
      ask(async () => {
        const { rows } = await sql<{ id: string; comments: number }>`
          select subject_id as id, count(*) as comments from audit_entry
          where action = ${COMMENT} and subject_id = any(${incidentIds}) group by subject_id`.execute(db);
        return new Map(rows.map(({ comments, id }) => [id, comments]));
      }),
    comment: (incidentId, by, text) =>
      write(async () => {
        const entry = await appendAct(db, toCommentAct(incidentId, by, text));
        if (!entry) throw new RangeError('Expected an entry for a comment, got none');
        return toComment(entry);
      }),
    assignees: (incidentIds) =>
      ask(async () => {
        const { rows } = await sql<{ incident_id: string; person_id: string }>`
          select incident_id, person_id from incident_assignment where incident_id = any(${incidentIds})`.execute(db);
        return new Map(rows.map(({ incident_id, person_id }) => [incident_id, person_id]));
      }),
    assign: (incidentId, personId, by) => write(() => assign(db, incidentId, personId, by)),
    watchers: (incidentId) =>
      ask(async () => {
        const { rows } = await sql<{ person_id: string }>`
          select person_id from incident_watch where incident_id = ${incidentId} order by person_id`.execute(db);
        return rows.map(({ person_id }) => person_id);
      }),
    watched: (personId, incidentIds) =>
      ask(async () => {
        const { rows } = await sql<{ incident_id: string }>`
          select incident_id from incident_watch
          where person_id = ${personId} and incident_id = any(${incidentIds})`.execute(db);
        return new Set(rows.map(({ incident_id }) => incident_id));
      }),
    watch: (incidentId, personId) =>
      write(async () => {
        await sql`
          insert into incident_watch (incident_id, person_id) values (${incidentId}, ${personId})
          on conflict do nothing`.execute(db);
      }),
    unwatch: (incidentId, personId) =>
      ask(async () => {
        await sql`
          delete from incident_watch where incident_id = ${incidentId} and person_id = ${personId}`.execute(db);
      }),
    setApart: (pair, isApart, by) => write(() => setApart(db, pair, isApart, by)),
    apartAmong: (incidentIds) =>
      ask(async () => {
        const { rows } = await sql<{ one_id: string; other_id: string }>`
          select one_id, other_id from not_duplicate
          where one_id = any(${incidentIds}) and other_id = any(${incidentIds}) order by 1, 2`.execute(db);
        return rows.map(({ one_id, other_id }) => [one_id, other_id] as const);
      }),
  };
}

/** Written out, so that the planner sees that the index of comments holds it. */
const COMMENT = sql.lit(COMMENT_ACTION);

async function readComments(db: Kysely<Schema>, incidentId: string): Promise<readonly Comment[]> {
  const { rows } = await sql<{ position: number; actor: string; at: string; detail: JsonObject }>`
    select position, actor, ${instantText(sql`at`)} as at, detail from audit_entry
    where action = ${COMMENT} and subject_id = ${incidentId} order by position`.execute(db);
  return rows.map(toComment);
}

async function assign(db: Kysely<Schema>, incidentId: string, personId: string | null, by: string): Promise<void> {
  const act = toAct('incident.assign', { kind: 'incident', id: incidentId }, { by, reason: '' });
  await appendAct(db, { ...act, detail: { person: personId } }, async (trx) => {
    const changed =
      personId === null
        ? await sql`delete from incident_assignment where incident_id = ${incidentId}`.execute(trx)
        : await sql`
            insert into incident_assignment as present (incident_id, person_id) values (${incidentId}, ${personId})
            on conflict (incident_id) do update set person_id = excluded.person_id, assigned_at = current_timestamp
            where present.person_id <> excluded.person_id`.execute(trx);
    return (changed.numAffectedRows ?? 0n) > 0n;
  });
}

async function setApart(db: Kysely<Schema>, pair: IncidentPair, isApart: boolean, by: string): Promise<void> {
  const [one, other] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const act = toAct('incident.apart', { kind: 'incident', id: pair[0] }, { by, reason: '' });
  await appendAct(db, { ...act, detail: { other: pair[1], apart: isApart } }, async (trx) => {
    const changed = isApart
      ? await sql`
          insert into not_duplicate (one_id, other_id, decided_by) values (${one}, ${other}, ${by})
          on conflict do nothing`.execute(trx)
      : await sql`delete from not_duplicate where one_id = ${one} and other_id = ${other}`.execute(trx);
    return (changed.numAffectedRows ?? 0n) > 0n;
  });
}
