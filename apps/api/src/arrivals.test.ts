import { type Filter, type Incident, MAX_HELD, type Sort } from '@corridor/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { answerSchema, arrivalsSchema } from './schemas/query-schemas.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const SOON = { timeout: 30_000 };
const NEWEST: Sort = { by: 'date', descending: true };
const GRAVEST: Sort = { by: 'severity', descending: true };
const CHANGE = { by: 'tester', reason: 'a test' };

describe.each(['memory', 'sql'] as const)('what came into a list, where %s answers', (queryEngine) => {
  let test: TestApp;
  let example: Incident;
  beforeAll(async () => {
    test = await openTestApp({ queryEngine });
    const found = test.portfolio.incidents.find(
      ({ place }) => place.precision === 'place' && place.province === 'Sindh',
    );
    if (!found) throw new Error('The portfolio has no such incident');
    example = found;
  });
  afterAll(() => test.close());

  const post = (path: string, body: unknown) =>
    test.app.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  const read = async <S extends z.ZodType>(path: string, schema: S, body: unknown): Promise<z.output<S>> => {
    const response = await post(path, body);
    const text = await response.text();
    expect(response.status, text).toBe(200);
    return schema.parse(JSON.parse(text));
  };
  const arrivals = async (filter: Filter, since: number, sort = NEWEST, within?: readonly number[]) =>
    (await read('/v1/arrivals', arrivalsSchema, { filter, sort, since, within })).ids;
  const listed = async (filter: Filter, sort = NEWEST) =>
    (await read('/v1/query', answerSchema, { filter, page: { sort, offset: 0, limit: 500 } })).page?.items ?? [];
  const write = async (...incidents: readonly Incident[]) => {
    const revision = await test.store.saveIncidents(incidents, CHANGE);
    await expect
      .poll(async () => (await read('/v1/query', answerSchema, { filter: {} })).revision, SOON)
      .toBe(revision);
    return revision;
  };
  const like = (id: string, changes: Partial<Incident> = {}): Incident => ({ ...example, id, ...changes });

  it('has what was filed and matches, in the order of the list, and nothing else', async () => {
    const since = await test.store.revision();
    const grave = { ...example.casualties, killed: { low: 40, best: 40, high: 40 } };
    await write(like('new-1', { casualties: grave }), like('new-2'), like('new-3', { status: 'retracted' }));
    await write(like('new-4', { place: { ...example.place, province: 'Punjab', district: 'Lahore' } }));
    const filter: Filter = { province: ['Sindh'] };
    for (const sort of [NEWEST, GRAVEST]) {
      const ids = await arrivals(filter, since, sort);
      expect([...(ids ?? [])].sort()).toEqual(['new-1', 'new-2']);
      const inList = (await listed(filter, sort)).flatMap(({ id }) => (ids?.includes(id) ? id : []));
      expect(ids).toEqual(inList);
    }
    expect(await arrivals(filter, since, NEWEST, [0, 0, 1, 1])).toEqual([]);
    expect(await arrivals(filter, await test.store.revision())).toEqual([]);
    expect(await arrivals(filter, 1_000_000)).toEqual([]);
  });

  it('has what a change brought into the list, and not what a change left in it or took out', async () => {
    const filter: Filter = { province: ['Sindh'], minSeverity: 1 };
    await write(like('changed-1'), like('changed-2'), like('changed-3', { status: 'retracted' }));
    const since = await test.store.revision();
    await write(
      like('changed-1', { title: 'Another title' }),
      like('changed-2', { status: 'retracted' }),
      like('changed-3', { status: 'reported' }),
    );
    expect(await arrivals(filter, since)).toEqual(['changed-3']);
    expect(await arrivals({ ...filter, q: 'another title' }, since)).toEqual(['changed-1']);
  });

  it('does not have what came and is gone again, or counts as part of another', async () => {
    const since = await test.store.revision();
    await write(like('gone-1'), like('gone-2'), like('gone-3'));
    await write(like('gone-1', { status: 'retracted' }));
    const revision = await test.store.mergeIncidents(['gone-2'], 'gone-3', CHANGE);
    await expect
      .poll(async () => (await read('/v1/query', answerSchema, { filter: {} })).revision, SOON)
      .toBe(revision);
    expect(await arrivals({}, since)).toEqual(['gone-3']);
  });

  it('says that too much has changed instead of looking through all of it', async () => {
    const filter: Filter = { province: ['Sindh'] };
    const since = await test.store.revision();
    await write(...Array.from({ length: 1001 }, (_, n) => like(`many-${n}`)));
    expect(await arrivals(filter, since)).toBeNull();
  });

  it('refuses names that do not exist, and pages held by more rows than anybody sees', async () => {
    const unknown = await post('/v1/arrivals', { filter: { province: ['Atlantis'] }, sort: NEWEST, since: 1 });
    expect(unknown.status).toBe(400);
    const ids = Array.from({ length: MAX_HELD + 1 }, (_, n) => `row-${n}`);
    const page = { sort: NEWEST, offset: 0, limit: 10, held: { ids, index: 0 } };
    expect((await post('/v1/query', { filter: {}, page })).status).toBe(400);
  });

  it('has a page follow the rows that somebody reads', async () => {
    const before = await listed({});
    const ids = before.slice(50, 60).map(({ id }) => id);
    const [first, second] = before;
    await write(like('above', { occurred: { start: '2099-01-01', end: '2099-01-01', precision: 'day' } }));
    const page = { sort: NEWEST, offset: 40, limit: 30, held: { ids: ['not-there', ...ids], index: 49 } };
    const answer = await read('/v1/query', answerSchema, { filter: {}, page });
    expect(answer.page?.offset).toBe(41);
    expect(answer.page?.items.map(({ id }) => id)).toEqual(before.slice(40, 70).map(({ id }) => id));
    const place = { ...page, offset: 0, limit: 1, held: { ids: [second?.id ?? first?.id], index: 0 } };
    expect((await read('/v1/query', answerSchema, { filter: {}, page: place })).page?.offset).toBe(2);
  });
});
