import type { Incident } from '@corridor/domain';
import type { Pool } from 'pg';
import { toIncidentRow } from '../../incident-row.ts';
import { migrate } from '../../migrations/migrate.ts';
import { MIGRATIONS } from '../../migrations/migrations.ts';
import { RecordModel } from './record-model.ts';
import { incidentOf } from './write-operation.ts';

const REVISIONS = 40;
/** Incidents that a revision adds. */
const NEW = 60;
/** Of the revision before, those that a revision writes again. */
const AGAIN = 5;

/** How many schemas there are before the present one that have records in them. */
export const OLD_SCHEMAS = MIGRATIONS.length - 1;

/**
 * Fills an empty database as the first program did, and brings it to an older schema: as if an upgrade had been broken off
 * after that migration. Gives what is in it.
 */
export async function fillOldDatabase(pool: Pool, migrations: number): Promise<RecordModel> {
  await migrate(pool, MIGRATIONS.slice(0, 1));
  const model = new RecordModel();
  const client = await pool.connect();
  try {
    await client.query('begin');
    const written: Written[] = [];
    for (let revision = 1; revision <= REVISIONS; revision++) {
      const token = `old ${revision}`;
      const ids = [...idsOf(revision), ...(revision > 1 ? idsOf(revision - 1).slice(0, AGAIN) : [])];
      model.apply({ kind: 'save', token, ids });
      for (const id of ids) written.push({ id, revision, token, version: model.records.get(id)?.reasons.length ?? 0 });
    }
    const last = new Map(written.map((one) => [one.id, one]));
    const rows = [...last.values()].map(({ id, token, ...stamp }) =>
      toIncidentRow(incidentOf(id, token), { key: 0, ...stamp }),
    );
    await client.query(INSERT_INCIDENTS, [JSON.stringify(rows)]);
    const versions = written.map(({ id, revision, token, version }) => ({
      ...{
        incident_id: id,
        version,
        revision,
        changed_at: '2024-03-05T00:00:00.123456Z',
        changed_by: 'old',
        reason: token,
      },
      incident: oldImage(incidentOf(id, token)),
    }));
    await client.query(INSERT_VERSIONS, [JSON.stringify(versions)]);
    await client.query(INSERT_LINKS);
    await client.query('update revision set value = $1', [REVISIONS]);
    await client.query('commit');
  } finally {
    client.release();
  }
  await migrate(pool, MIGRATIONS.slice(0, migrations));
  return model;
}

interface Written {
  readonly id: string;
  readonly revision: number;
  readonly token: string;
  readonly version: number;
}

function idsOf(revision: number): readonly string[] {
  return Array.from({ length: NEW }, (_, number) => `old-${revision}-${number}`);
}

/** The fields that a record had then. */
function oldImage(incident: Incident): object {
  const { id, title, summary, occurred, eventType, subEventType, actors, target, targetType, place } = incident;
  const { casualties, grade, status, targetedSites, projectSite, notes, summarisesDay, origin, licence } = incident;
  const sources = incident.sources.map(({ publisher, title: name, url, date }) => ({
    publisher,
    title: name,
    url,
    date,
  }));
  return {
    ...{
      id,
      title,
      summary,
      occurred,
      eventType,
      subEventType,
      actors,
      target,
      targetType,
      place,
      casualties,
      sources,
    },
    ...{ grade, status, targetedSites, projectSite, notes, summarisesDay, origin, licence },
  };
}

const INSERT_VERSIONS = `
  insert into incident_version (incident_id, version, revision, changed_at, changed_by, reason, incident)
  select incident_id, version, revision, changed_at, changed_by, reason, incident
  from jsonb_populate_recordset(null::incident_version, $1::jsonb)`;

const COLUMNS = `
  id, title, summary, start_day, end_day, date_precision, event_type, sub_event_type, target, target_type, place_name,
  province, district, latitude, longitude, place_precision, killed_low, killed_best, killed_high, wounded_low, wounded_best,
  wounded_high, abducted_low, abducted_best, abducted_high, attackers_killed_low, attackers_killed_best,
  attackers_killed_high, chinese_killed_low, chinese_killed_best, chinese_killed_high, chinese_wounded_low,
  chinese_wounded_best, chinese_wounded_high, reliability, credibility, status, project_site, notes, summarises_day, origin,
  licence, version, revision`;

const INSERT_INCIDENTS = `
  insert into incident (${COLUMNS}) select ${COLUMNS} from jsonb_populate_recordset(null::incident, $1::jsonb)`;

/** What stands in other tables, from the last versions. */
const INSERT_LINKS = `
  create temporary view image as
    select id, last.incident as record from incident join incident_version last
      on last.incident_id = incident.id and last.version = incident.version;
  create temporary view cited as
    select id, number - 1 as position, md5(source::text)::uuid as source_id, source
    from image, jsonb_array_elements(record -> 'sources') with ordinality as each (source, number);
  insert into incident_actor (incident_id, position, actor_name, claim)
    select id, number - 1, actor ->> 'name', actor ->> 'claim'
    from image, jsonb_array_elements(record -> 'actors') with ordinality as each (actor, number);
  insert into incident_site (incident_id, position, site_id)
    select id, number - 1, site
    from image, jsonb_array_elements_text(record -> 'targetedSites') with ordinality as each (site, number);
  insert into source (id, publisher, title, url, date)
    select distinct source_id, source ->> 'publisher', source ->> 'title', source ->> 'url', (source ->> 'date')::date
    from cited;
  insert into incident_source (incident_id, position, source_id) select id, position, source_id from cited;
  drop view cited, image;`;
