import type { Filter } from '@corridor/domain';
import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPool } from '../open-pool.ts';
import type { Schema } from '../schema.ts';
import { openServerStore } from '../server/open-server-store.ts';
import { anIncident } from '../testing/any-incident.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { FilterClause } from './filter-clause.ts';
import { orderBy } from './order-by.ts';
import { PlaceList } from './place-list.ts';
import type { PlaceRelations, SqlGeography } from './sql-geography.ts';
import { RETRACTED } from './sql-snapshot.ts';

const COUNT = 20_000;
const TYPES = [
  ['Battles', 'Armed clash'],
  ['Riots', 'Mob violence'],
  ['Protests', 'Peaceful protest'],
  ['Violence against civilians', 'Attack'],
] as const;

let postgres: ThrowawayPostgres;
let db: Kysely<Schema>;
let places: PlaceList;

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  const url = await postgres.createDatabase();
  const store = await openServerStore(url, () => undefined);
  await store.saveIncidents(
    Array.from({ length: COUNT }, (_, number) => madeUp(number)),
    { by: 'tester', reason: 'a test' },
  );
  await store.close();
  const pool = openPool({ connectionString: url, max: 1 }, () => undefined);
  db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  // Saving so many analyses the tables; vacuum clears what is pending in the indexes of words.
  await sql`vacuum analyze`.execute(db);
  places = await PlaceList.read(db, NOWHERE, { sites: [], routes: [] });
});
afterAll(async () => {
  await db.destroy();
  await postgres.stop();
});

/** Twenty years, 400 districts, 300 actors, a rare word in every 500th summary. */
function madeUp(number: number) {
  const [eventType, subEventType] = TYPES[number % TYPES.length] ?? TYPES[0];
  const start = new Date(Date.UTC(2004, 0, 1 + ((number * 7919) % 7305))).toISOString().slice(0, 10);
  return anIncident(`i-${number.toString(36)}`, {
    title: `Event ${number}`,
    summary: number % 500 === 0 ? 'A word like zeppelin is rare.' : 'Nothing of the kind.',
    occurred: { start, end: start, precision: 'day' },
    eventType,
    subEventType,
    actors: [{ name: `Group ${(number * 31) % 300}`, claim: 'claimed' }],
    place: {
      name: 'Somewhere',
      province: 'North',
      district: `District ${(number * 17) % 400}`,
      latitude: null,
      longitude: null,
      precision: 'district',
    },
  });
}

/** The lookups of this test need no geometry. */
const NOWHERE: SqlGeography = {
  districts: [],
  boxOf: () => null,
  relationsOf: ({ length }): PlaceRelations => ({
    drawn: new Uint8Array(length),
    longitude: new Float64Array(length),
    latitude: new Float64Array(length),
    relationTo: () => null,
    relationToArea: () => new Uint8Array(length),
    intervalTo: () => null,
  }),
};

/** The plan of a statement as the engine sends it: with its values as parameters, not written into the text. */
async function planOf(statement: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${statement}`.execute(db);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const FILTERS: readonly (readonly [string, Filter, string])[] = [
  ['a period', { from: '2011-03-01', to: '2011-04-30' }, 'incident_fact_by_day'],
  ['a district', { district: ['District 17'] }, 'incident_fact_by_place'],
  ['a type and a period', { type: ['Riots'], from: '2011-03-01', to: '2011-04-30' }, 'incident_fact_by_type_and_day'],
  ['an actor', { actor: ['Group 12'] }, 'incident_fact_by_actor'],
  ['a text', { q: 'zepp' }, 'incident_text_by_word'],
];

test.each(FILTERS)('%s is looked up in its index, retracted records or not', async (_what, filter, index) => {
  for (const hasRetracted of [false, true]) {
    const clause = await FilterClause.of(filter, { db, hasRetracted, places });
    const plan = await planOf(sql`select count(*) from incident_fact f where ${clause.condition(null)}`);
    expect(plan).toContain(index);
    expect(plan).not.toContain('Seq Scan on incident_');
  }
});

test('whether any record is retracted is looked up in an index', async () => {
  const plan = await planOf(sql`select exists (select from incident_fact where status = ${sql.lit(RETRACTED)})`);
  expect(plan).toContain('incident_fact_retracted');
});

test('the first page, newest first, is read from the index of days', async () => {
  const { by } = orderBy({ by: 'date', descending: true });
  const plan = await planOf(sql`select f.incident_id from incident_fact f order by ${by} limit 50`);
  expect(plan).toContain('incident_fact_by_day');
  expect(plan).not.toContain('Sort');
});

test.each([
  ['changes since a revision', sql`select id from incident where revision > ${1}`, 'incident_by_revision'],
  ['an incident by id', sql`select title from incident where id = any(${['i-1', 'i-2']})`, 'incident_pkey'],
  ['an incident by key', sql`select title from incident where key = any(${[1, 2]}::integer[])`, 'incident_key'],
  ['a fact by id', sql`select key from incident_fact f where f.incident_id = ${'i-1'}`, 'incident_fact_pkey'],
])('%s is looked up in its index', async (_what, statement, index) => {
  const plan = await planOf(statement);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan');
});
