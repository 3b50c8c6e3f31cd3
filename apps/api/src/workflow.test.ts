import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aClaim, aDraft, aSource } from './testing/a-draft.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { aWriter, type Detail, detailOf, problemOf, type Writer } from './testing/writer.ts';

let test: TestApp;
let reporter: Writer;
let analyst: Writer;
let other: Writer;
beforeAll(async () => {
  test = await openTestApp({ access: { mode: 'login' } });
  reporter = await aWriter(test, 'reporter', 'amna');
  analyst = await aWriter(test, 'analyst', 'li-wei');
  other = await aWriter(test, 'analyst', 'usman');
});
afterAll(async () => {
  expect(await test.store.verifyAudit()).toMatchObject({ intact: true });
  await test.close();
});

const dawn = aSource('Dawn', 'https://www.dawn.com/news/1');
const geo = aSource('Geo News', 'https://www.geo.tv/1');
const GOOD = { sources: [dawn, geo], grade: { reliability: 'B', credibility: '2' } } as const;
const good = () => ({ ...GOOD, sources: [...GOOD.sources] });

function setStatus(writer: Writer, { id, version }: Pick<Detail, 'id' | 'version'>, to: string): Promise<Response> {
  return writer.change('POST', `/v1/incidents/${id}/status`, version, { to, reason: `it is ${to}` });
}

/** Ids of all incidents of the day on which the tests file theirs. */
async function idsOfDay(): Promise<string[]> {
  const text = await (await analyst.send('GET', '/v1/incidents?from=2024-03-01&to=2024-03-01&limit=500')).text();
  return [...text.matchAll(/"id":"(cw-[^"]+)"/g)].map(([, id]) => id ?? '');
}

describe('a status', () => {
  it('goes from reported to confirmed step by step, each a version with its reason', async () => {
    const filed = await reporter.file(good());
    const corroborated = await detailOf(await setStatus(analyst, filed, 'corroborated'));
    const confirmed = await detailOf(await setStatus(analyst, corroborated, 'confirmed'));
    expect(confirmed).toMatchObject({ status: 'confirmed', version: 3 });
    expect(confirmed.versions.map(({ changedBy, reason }) => [changedBy, reason])).toEqual([
      ['amna', 'filed'],
      ['li-wei', 'it is corroborated'],
      ['li-wei', 'it is confirmed'],
    ]);
    const { position } = await test.store.auditHead();
    expect((await test.store.auditEntries({ after: position - 1 }))[0]).toMatchObject({
      ...{ actor: analyst.id, action: 'incident.status', subject: { id: filed.id }, detail: { to: 'confirmed' } },
    });
  });

  it.each<[rule: string, to: string, changes: object]>([
    ['no-such-step', 'confirmed', good()],
    ['no-such-step', 'reported', good()],
    ['two-independent-sources', 'corroborated', { sources: [dawn] }],
    ['two-independent-sources', 'corroborated', { sources: [dawn, { ...geo, basedOn: 'Dawn' }] }],
    ['two-independent-sources', 'corroborated', { sources: [dawn, aSource('', 'https://dawn.com/news/2')] }],
  ])('is refused by the rule %s from reported to %s', async (rule, to, changes) => {
    const filed = await reporter.file(changes);
    const problem = await problemOf(await setStatus(analyst, filed, to));
    expect(problem).toMatchObject({ status: 409, code: 'conflict', invalid: [{ name: rule }] });
    expect(await analyst.read(filed.id)).toMatchObject({ status: 'reported', version: 1 });
  });

  it.each<[rule: string, by: () => Writer, grade: object]>([
    ['grade-b2', () => other, { reliability: 'C', credibility: '1' }],
    ['grade-b2', () => other, { reliability: 'A', credibility: '3' }],
    ['other-analyst', () => analyst, { reliability: 'A', credibility: '1' }],
  ])('confirmed is refused by the rule %s', async (rule, by, grade) => {
    const filed = await detailOf(await analyst.send('POST', '/v1/incidents', { ...aDraft(good()), grade }));
    const corroborated = await detailOf(await setStatus(analyst, filed, 'corroborated'));
    const problem = await problemOf(await setStatus(by(), corroborated, 'confirmed'));
    expect(problem.invalid?.map(({ name }) => name)).toEqual([rule]);
    if (rule === 'other-analyst') expect((await setStatus(other, corroborated, 'confirmed')).status).toBe(200);
  });

  it('retracted stays visible, and can be taken back to reported', async () => {
    const filed = await reporter.file();
    const retracted = await detailOf(await setStatus(analyst, filed, 'retracted'));
    expect((await reporter.read(filed.id)).status).toBe('retracted');
    for (const to of ['corroborated', 'confirmed', 'disputed', 'retracted']) {
      expect((await setStatus(analyst, retracted, to)).status).toBe(409);
    }
    expect(await detailOf(await setStatus(analyst, retracted, 'reported'))).toMatchObject({ status: 'reported' });
  });

  it('needs a reason, a version, a status that there is, and an analyst', async () => {
    const { id } = await reporter.file();
    const path = `/v1/incidents/${id}/status`;
    expect((await analyst.change('POST', path, 1, { to: 'disputed' })).status).toBe(400);
    expect((await analyst.change('POST', path, 1, { to: 'sure', reason: 'x' })).status).toBe(400);
    expect((await analyst.send('POST', path, { to: 'disputed', reason: 'x' })).status).toBe(428);
    expect((await analyst.change('POST', path, 9, { to: 'disputed', reason: 'x' })).status).toBe(412);
    expect((await reporter.change('POST', path, 1, { to: 'disputed', reason: 'x' })).status).toBe(403);
    expect(
      (await analyst.change('POST', '/v1/incidents/no-such-id/status', 1, { to: 'disputed', reason: 'x' })).status,
    ).toBe(404);
    expect((await reporter.read(id)).version).toBe(1);
  });

  it('of two at once is given once', async () => {
    const filed = await reporter.file(good());
    const answers = await Promise.all([setStatus(analyst, filed, 'corroborated'), setStatus(other, filed, 'disputed')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412);
    expect(lost && (await problemOf(lost)).current).toMatchObject({ id: filed.id, version: 2 });
  });
});

describe('an edit', () => {
  it('takes nothing away on which the status rests, and may add to it', async () => {
    const filed = await analyst.file(good());
    const corroborated = await detailOf(await setStatus(analyst, filed, 'corroborated'));
    const edit = (changes: object) =>
      analyst.change('PATCH', `/v1/incidents/${filed.id}`, corroborated.version, { reason: 'sorted', changes });
    const problem = await problemOf(await edit({ sources: corroborated.sources.slice(0, 1) }));
    expect(problem).toMatchObject({ status: 409, invalid: [{ name: 'two-independent-sources' }] });
    expect((await analyst.read(filed.id)).version).toBe(corroborated.version);
    expect((await edit({ grade: { reliability: 'F', credibility: '6' } })).status).toBe(200);
  });
});

describe('many at once', () => {
  const bulk = (writer: Writer, body: object) =>
    writer.send('POST', '/v1/incidents/bulk', { reason: 'sorted', ...body });

  it('get the same changes as one revision', async () => {
    const items = [await reporter.file(), await reporter.file(), await reporter.file()].map(({ id, version }) => ({
      id,
      version,
    }));
    const before = await test.store.revision();
    const changes = { targetType: 'chinese-nationals', eventType: 'Battles', subEventType: 'Armed clash' };
    const response = await bulk(analyst, { items, changes, status: 'disputed' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ...{ revision: before + 1, items: items.map(({ id }) => ({ id, version: 2 })) },
    });
    expect(await test.store.revision()).toBe(before + 1);
    for (const { id } of items) expect(await analyst.read(id)).toMatchObject({ ...changes, status: 'disputed' });
    const { position } = await test.store.auditHead();
    expect((await test.store.auditEntries({ after: position - 1 }))[0]).toMatchObject({
      ...{ actor: analyst.id, action: 'incident.bulk', subject: { id: null }, reason: 'sorted', written: { count: 3 } },
      detail: { fields: ['eventType', 'subEventType', 'targetType'], to: 'disputed' },
    });
  });

  it('get nothing where one is stale, unknown, merged or not ready: which one is said', async () => {
    const [one, two, ready] = [await reporter.file(), await reporter.file(), await reporter.file(good())];
    const item = ({ id, version }: Detail) => ({ id, version });
    const changes = { projectSite: 'Elsewhere' };
    const staleOne = await bulk(analyst, { items: [item(one), { id: two.id, version: 7 }], changes });
    expect(await problemOf(staleOne)).toMatchObject({ status: 412, code: 'stale', invalid: [{ name: two.id }] });
    const unknown = await bulk(analyst, { items: [item(one), { id: 'no-such-id', version: 1 }], changes });
    expect(await problemOf(unknown)).toMatchObject({ status: 404, invalid: [{ name: 'no-such-id' }] });
    const notReady = await bulk(analyst, { items: [item(ready), item(one)], changes, status: 'corroborated' });
    expect(await problemOf(notReady)).toMatchObject({ status: 409, invalid: [{ name: one.id }] });
    for (const { id } of [one, two, ready]) expect((await analyst.read(id)).version).toBe(1);
  });

  it('are judged as they will be: by the grade that comes with the status', async () => {
    const filed = await reporter.file(good());
    const { id, version } = await detailOf(await setStatus(analyst, filed, 'corroborated'));
    const confirm = (grade: object) =>
      bulk(analyst, { items: [{ id, version }], changes: { grade }, status: 'confirmed' });
    expect(await problemOf(await confirm({ reliability: 'F', credibility: '6' }))).toMatchObject({ status: 409 });
    expect((await analyst.read(id)).status).toBe('corroborated');
    expect((await confirm({ reliability: 'A', credibility: '2' })).status).toBe(200);
    expect((await analyst.read(id)).status).toBe('confirmed');
  });

  it.each<[name: string, body: object]>([
    ['items', { items: [], changes: {} }],
    ['items', { items: Array.from({ length: 501 }, (_, n) => ({ id: `i-${n}`, version: 1 })), changes: {} }],
    ['items', { items: [1, 2].map((version) => ({ id: 'twice', version })), changes: {} }],
    ['items.0.id', { items: [{ id: 'No Id', version: 1 }], changes: {} }],
    ['changes.subEventType', { items: [{ id: 'one', version: 1 }], changes: { eventType: 'Riots' } }],
    ['changes', { items: [{ id: 'one', version: 1 }], changes: { title: 'all the same' } }],
    ['changes.projectSite', { items: [{ id: 'one', version: 1 }], changes: { projectSite: 'a\u202eb' } }],
    ['changes.targetedSites.0', { items: [{ id: 'one', version: 1 }], changes: { targetedSites: ['nowhere'] } }],
    ['status', { items: [{ id: 'one', version: 1 }], changes: {}, status: 'sure' }],
  ])('are refused where %s is wrong', async (name, body) => {
    expect(await problemOf(await bulk(analyst, body))).toMatchObject({ status: 400, invalid: [{ name }] });
    expect((await bulk(reporter, body)).status).toBe(403);
  });
});

describe('merging', () => {
  const merge = (writer: Writer, { id, version }: Detail, doubles: readonly Detail[], changes?: object) =>
    writer.change('POST', `/v1/incidents/${id}/merge`, version, {
      ...{ reason: 'the same event', doubles: doubles.map((double) => ({ id: double.id, version: double.version })) },
      ...(changes ? { changes } : {}),
    });
  const unmerge = (writer: Writer, { id }: Pick<Detail, 'id'>, doubles: readonly Pick<Detail, 'id'>[]) =>
    writer.send('POST', `/v1/incidents/${id}/unmerge`, {
      reason: 'not the same',
      doubles: doubles.map((each) => each.id),
    });
  const urls = ({ sources }: Detail) => sources.map(({ url }) => url);
  const voices = ({ claims }: Detail) => claims.map(({ by }) => by);

  it('unites sources and claims, takes doubles out of every count, and can be undone', async () => {
    const stays = await reporter.file({ sources: [dawn], claims: [aClaim('Police', 3)] });
    const again = { ...dawn, title: 'Its other title' };
    const double = await analyst.file({ sources: [again, geo], claims: [aClaim('Police', 3), aClaim('BLA', 12)] });
    const before = await test.store.revision();
    const merged = await detailOf(await merge(analyst, stays, [double], { title: 'Chosen by hand' }));
    expect(merged).toMatchObject({ version: 2, title: 'Chosen by hand', doubles: [double.id] });
    expect([urls(merged), voices(merged)]).toEqual([
      [dawn.url, geo.url],
      ['Police', 'BLA'],
    ]);
    expect(merged.sources[0]).toEqual(dawn);
    expect(await test.store.revision()).toBe(before + 1);
    expect(await idsOfDay()).not.toContain(double.id);
    expect(await analyst.read(double.id)).toMatchObject({
      mergedInto: stays.id,
      version: 2,
      ...{ claims: double.claims },
    });

    const noted = await detailOf(
      await analyst.change('PATCH', `/v1/incidents/${stays.id}`, 2, {
        ...{ reason: 'more', changes: { sources: [...merged.sources, aSource('BBC', 'https://bbc.co.uk/1')] } },
      }),
    );
    expect(noted.version).toBe(3);
    const apart = await detailOf(await unmerge(analyst, stays, [double]));
    expect(apart).toMatchObject({ version: 4, title: 'Chosen by hand', doubles: [] });
    expect([urls(apart), voices(apart)]).toEqual([[dawn.url, 'https://bbc.co.uk/1'], ['Police']]);
    expect(await idsOfDay()).toContain(double.id);
    expect(await analyst.read(double.id)).toMatchObject({ mergedInto: null, version: 3 });
  });

  it('keeps what another double has as well, until that one goes too', async () => {
    const stays = await reporter.file({ sources: [dawn], claims: [] });
    const one = await reporter.file({ sources: [geo], claims: [] });
    const two = await reporter.file({ sources: [geo], claims: [] });
    const first = await detailOf(await merge(analyst, stays, [one]));
    const second = await detailOf(await merge(analyst, first, [two]));
    expect(second.doubles).toEqual([one.id, two.id].sort());
    expect(urls(await detailOf(await unmerge(analyst, stays, [one])))).toEqual([dawn.url, geo.url]);
    expect(urls(await detailOf(await unmerge(analyst, stays, [two])))).toEqual([dawn.url]);
  });

  it('leaves a source that a person took out and put in again', async () => {
    const stays = await reporter.file({ sources: [dawn], claims: [] });
    const double = await reporter.file({ sources: [geo], claims: [] });
    await detailOf(await merge(analyst, stays, [double]));
    const path = `/v1/incidents/${stays.id}`;
    await detailOf(await analyst.change('PATCH', path, 2, { reason: 'out', changes: { sources: [dawn] } }));
    await detailOf(await analyst.change('PATCH', path, 3, { reason: 'in', changes: { sources: [dawn, geo] } }));
    expect(urls(await detailOf(await unmerge(analyst, stays, [double])))).toEqual([dawn.url, geo.url]);
  });

  it('is refused where it cannot be, and nothing is written then', async () => {
    const [a, b, c] = [await reporter.file(), await reporter.file(), await reporter.file()];
    expect((await merge(analyst, a, [a])).status).toBe(409);
    expect((await merge(reporter, a, [b])).status).toBe(403);
    expect(await problemOf(await merge(analyst, a, [{ ...b, version: 5 }]))).toMatchObject({
      status: 412,
      invalid: [{ name: b.id }],
    });
    expect(await problemOf(await merge(analyst, { ...a, version: 5 }, [b]))).toMatchObject({
      status: 412,
      current: { id: a.id },
    });
    expect((await merge(analyst, a, [{ ...b, id: 'no-such-id' }])).status).toBe(409);
    const merged = await detailOf(await merge(analyst, a, [b]));
    const double = await analyst.read(b.id);
    expect((await merge(analyst, c, [double])).status).toBe(409);
    expect((await merge(analyst, double, [c])).status).toBe(409);
    expect(await problemOf(await merge(analyst, c, [merged]))).toMatchObject({
      status: 409,
      detail: expect.stringContaining(b.id),
    });
    const change = { reason: 'x', changes: { notes: 'y' } };
    expect((await analyst.change('PATCH', `/v1/incidents/${b.id}`, 2, change)).status).toBe(409);
    expect((await setStatus(analyst, double, 'disputed')).status).toBe(409);
    expect((await unmerge(analyst, a, [c])).status).toBe(409);
    expect((await unmerge(analyst, a, [{ id: 'no-such-id' }])).status).toBe(409);
    expect((await unmerge(analyst, { id: 'no-such-id' }, [c])).status).toBe(404);
    expect((await unmerge(reporter, a, [b])).status).toBe(403);
    expect(
      [await analyst.read(a.id), await analyst.read(b.id), await analyst.read(c.id)].map(({ version }) => version),
    ).toEqual([1, 2, 1]);
  });

  it('asks for a choice where together there are too many sources', async () => {
    const many = (name: string) =>
      Array.from({ length: 150 }, (_, number) => aSource(name, `https://example.org/${name}/${number}`));
    const stays = await reporter.file({ sources: many('a') });
    const double = await reporter.file({ sources: many('b') });
    expect(await problemOf(await merge(analyst, stays, [double]))).toMatchObject({
      ...{ status: 409, invalid: [{ name: 'changes.sources' }] },
    });
    const chosen = await merge(analyst, stays, [double], { sources: many('b') });
    expect((await detailOf(chosen)).sources).toHaveLength(150);
  });
});

describe('splitting', () => {
  it('makes two records, whose versions name each other, and merging undoes it', async () => {
    const whole = await reporter.file({ sources: [dawn, geo] });
    const body = {
      ...{ reason: 'two attacks', changes: { sources: [dawn], claims: [] } },
      part: aDraft({ title: 'The second attack', sources: [geo] }),
    };
    const response = await analyst.change('POST', `/v1/incidents/${whole.id}/split`, 1, body);
    expect(response.status).toBe(201);
    const part = await detailOf(response);
    const stays = await analyst.read(whole.id);
    expect(part).toMatchObject({
      title: 'The second attack',
      status: 'reported',
      version: 1,
      reportedBy: { name: 'li-wei' },
    });
    expect(stays).toMatchObject({ version: 2, sources: [dawn], claims: [], revision: part.revision });
    for (const { versions } of [part, stays]) {
      expect(versions.at(-1)?.reason).toBe(`${part.id} split off ${whole.id}: two attacks`);
    }
    expect(await idsOfDay()).toEqual(expect.arrayContaining([part.id, whole.id]));
    const doubles = [{ id: part.id, version: 1 }];
    const path = `/v1/incidents/${whole.id}/merge`;
    const again = await detailOf(await analyst.change('POST', path, 2, { reason: 'one after all', doubles }));
    expect(again.sources).toEqual([dawn, geo]);
    expect(again.doubles).toEqual([part.id]);
  });

  it('is refused for a stale version, a part that is none, and who may not', async () => {
    const { id } = await reporter.file();
    const path = `/v1/incidents/${id}/split`;
    const body = { reason: 'x', changes: {}, part: aDraft() };
    expect((await analyst.change('POST', path, 2, body)).status).toBe(412);
    expect((await analyst.send('POST', path, body)).status).toBe(428);
    expect((await reporter.change('POST', path, 1, body)).status).toBe(403);
    const wrong = { ...body, part: { ...aDraft(), place: { ...aDraft().place, district: 'Nowhere' } } };
    expect(await problemOf(await analyst.change('POST', path, 1, wrong))).toMatchObject({
      invalid: [{ name: 'part.place.district' }],
    });
    expect((await analyst.read(id)).version).toBe(1);
  });
});
