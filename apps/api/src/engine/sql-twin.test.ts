import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPortfolio } from '@corridor/cpec-data';
import {
  type Answer,
  type BBox,
  DEFAULT_SORT,
  DIMENSIONS,
  type Filter,
  type Incident,
  type Query,
  SORT_KEYS,
  STATUSES,
} from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import { type GeographyContext, IncidentEngine, IncidentTable } from '@corridor/incident-table';
import {
  createMadeUpGeography,
  createSeededIncidents,
  Oracle,
  readUcdpIncidents,
} from '@corridor/incident-table/testing';
import { openStore, type SqlEngine, type Store } from '@corridor/store';
import { aPortfolio, startThrowawayPostgres, type ThrowawayPostgres } from '@corridor/store/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyFilter, anyQuery, type QueryWorld } from '../testing/any-query.ts';
import { createSqlEngine } from './sql-source.ts';

/** Answers that the database's are held against, and how many queries that is worth. */
interface Reference {
  readonly name: string;
  readonly incidents: readonly Incident[];
  readonly geography: GeographyContext;
  readonly bounds: BBox;
  readonly answer: (query: Query) => Answer;
  readonly runs: { readonly queries: number; readonly filters: number };
}

/** The store's revision after one write. */
const REVISION = 1;
/** UCDP's file is not part of the repository. */
const UCDP_FILE =
  process.env.UCDP_GED_FILE ??
  fileURLToPath(new URL('../../../../../shared/testdata/ucdp-ged-pakistan.csv', import.meta.url));

let postgres: ThrowawayPostgres;
let directory: string;
beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  directory = await mkdtemp(join(tmpdir(), 'corridor-twin-'));
});
afterAll(async () => {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
});

const BACKENDS = {
  embedded: async (name: string) => openStore({ dataDir: join(directory, name) }),
  PostgreSQL: async () => openStore({ dataDir: directory, databaseUrl: await postgres.createDatabase() }),
};

describe('seeded incidents', async () => {
  const geography = createMadeUpGeography();
  const incidents = createSeededIncidents({ count: 150, seed: 5, geography, from: '2023-11-20', to: '2024-03-10' });
  const oracle = new Oracle(incidents, REVISION, geography);
  const bounds: BBox = [9, 39, 16, 45];
  const answer = (query: Query) => oracle.answer(query);
  describeTwin({ name: 'seeded', incidents, geography, bounds, answer, runs: { queries: 40, filters: 40 } });
});

describe('the portfolio', async () => {
  const { basemap, incidents, info, routes, sites } = await loadPortfolio();
  const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
  const geography = { boundaries, districts: info.districts, sites, routes };
  const answer = memoryAnswers(incidents, geography);
  describeTwin({
    name: 'portfolio',
    incidents,
    geography,
    bounds: info.bounds,
    answer,
    runs: { queries: 20, filters: 20 },
  });
  if (existsSync(UCDP_FILE)) {
    const all = readUcdpIncidents(readFileSync(UCDP_FILE, 'utf8'), geography).incidents;
    // Every third keeps the skew of the whole and a third of the time.
    const real = all.filter((_, row) => row % 3 === 0);
    const realAnswer = memoryAnswers(real, geography);
    const runs = { queries: 8, filters: 8 };
    describeTwin({ name: 'UCDP', incidents: real, geography, bounds: info.bounds, answer: realAnswer, runs });
  } else {
    test.skip(`UCDP's file is not at ${UCDP_FILE} (set UCDP_GED_FILE)`, () => undefined);
  }
});

function memoryAnswers(incidents: readonly Incident[], geography: GeographyContext): (query: Query) => Answer {
  const engine = new IncidentEngine(IncidentTable.fromIncidents(incidents, REVISION), geography);
  return (query) => engine.answer(query);
}

function describeTwin(reference: Reference): void {
  const { bounds, geography, incidents, runs } = reference;
  const world = worldOf(incidents, geography, bounds);
  describe.each(['embedded', 'PostgreSQL'] as const)(`${reference.name} in %s`, (backend) => {
    let store: Store;
    let engine: SqlEngine;
    beforeAll(async () => {
      store = await BACKENDS[backend](reference.name);
      await store.loadPortfolio({ ...aPortfolio(incidents), sites: geography.sites, routes: geography.routes });
      engine = createSqlEngine(store, geography);
    });
    afterAll(() => store.close());

    test('answers any query as the reference does', async () => {
      await fc.assert(
        fc.asyncProperty(anyQuery(world), async (query) => {
          expect(await engine.answer(query)).toEqual(reference.answer(query));
        }),
        { seed: 21, numRuns: runs.queries },
      );
    });

    test('gives cells of the map the centre, to the last digit, that memory gives them', async () => {
      const inMemory = memoryAnswers(incidents, geography);
      for (let zoom = 0; zoom <= 12; zoom++) {
        const query: Query = { filter: { chinese: false }, bins: { bbox: bounds, zoom } };
        const { bins } = await engine.answer(query);
        expect(bins?.cells).not.toEqual([]);
        expect(bins).toEqual(inMemory(query).bins);
      }
    });

    test('restricts any question to origins as the reference does', async () => {
      const origins = [...new Set(incidents.map(({ origin }) => origin)), 'nobody'];
      await fc.assert(
        fc.asyncProperty(anyFilter(world), fc.subarray(origins, { minLength: 1 }), async (filter, origin) => {
          const page = { sort: DEFAULT_SORT, offset: 0, limit: 20 };
          const query: Query = { filter: { ...filter, origin }, groups: ['type', 'status', 'province'], page };
          expect(await engine.answer(query)).toEqual(reference.answer(query));
        }),
        { seed: 25, numRuns: runs.filters },
      );
    });

    test('matches in every order what pages list', async () => {
      await fc.assert(
        fc.asyncProperty(
          anyFilter(world),
          fc.constantFrom(...SORT_KEYS),
          fc.boolean(),
          async (filter, by, descending) => {
            const sort = { by, descending };
            const expected = reference.answer({ filter, page: { sort, offset: 0, limit: incidents.length } });
            const found = await engine.match(filter, sort);
            const ids: string[] = [];
            for await (const batch of found.ids) ids.push(...batch);
            expect(ids).toEqual(expected.page?.items.map(({ id }) => id));
            expect([found.revision, found.totals]).toEqual([REVISION, expected.totals]);
          },
        ),
        { seed: 22, numRuns: runs.filters },
      );
    });

    test('lists every known value of each dimension', async () => {
      for (const dimension of DIMENSIONS) {
        const { groups } = reference.answer({ filter: {}, groups: [dimension] });
        const listed = groups?.[dimension]?.flatMap(({ key }) => key ?? []) ?? [];
        expect([...(await engine.values(dimension))].sort()).toEqual([...listed].sort());
      }
    });

    test('finds the keys of a text, and texts by key', async () => {
      const keys = new Map<string, number>();
      for await (const batch of store.eachIncident()) for (const { incident, key } of batch) keys.set(incident.id, key);
      for (const q of world.texts) {
        const filter: Filter = { q, status: STATUSES };
        const { page } = reference.answer({
          filter,
          page: { sort: { by: 'date', descending: false }, offset: 0, limit: incidents.length },
        });
        const found = await store.textMatches(q);
        const expected = page?.items.map(({ id }) => keys.get(id) ?? 0).sort((a, b) => a - b);
        expect([found.revision, Array.from(found.keys)]).toEqual([REVISION, expected]);
      }
      const [first] = incidents;
      const key = keys.get(first?.id ?? '') ?? 0;
      expect(await store.textsByKeys([999_999_999, key])).toEqual({
        revision: REVISION,
        items: [{ key, id: first?.id, title: first?.title, summary: first?.summary }],
      });
    });

    test('says how many incidents there are, and from when to when', async () => {
      const days = incidents.map(({ occurred }) => occurred.start).sort();
      expect(await engine.state()).toEqual({
        revision: REVISION,
        incidents: incidents.length,
        firstDay: days[0],
        lastDay: days.at(-1),
      });
    });
  });
}

function worldOf(incidents: readonly Incident[], geography: GeographyContext, bounds: BBox): QueryWorld {
  const days = incidents.map(({ occurred }) => occurred.start).sort();
  const distinct = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const words = incidents.slice(0, 8).map(({ title }) => title.split(' ')[1] ?? 'a');
  return {
    bounds,
    firstDay: days[0] ?? '2024-01-01',
    lastDay: days.at(-1) ?? '2024-01-01',
    texts: ['att', 'Kill POLICE', 'zürich', 'no word is like this', '…', ...words],
    ids: incidents.slice(0, 60).map(({ id }) => id),
    provinces: distinct(incidents.map(({ place }) => place.province)),
    districts: distinct(incidents.map(({ place }) => place.district)),
    actors: distinct(incidents.flatMap(({ actors }) => actors.map(({ name }) => name))),
    targets: distinct(incidents.flatMap(({ targetedSites }) => targetedSites)),
    sites: geography.sites.map(({ id }) => id),
    routes: geography.routes.map(({ id }) => id),
  };
}
