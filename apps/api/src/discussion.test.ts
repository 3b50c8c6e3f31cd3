import { draftOf } from '@corridor/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discussionSchema, duplicatesSchema, placesSchema, queueSchema } from './schemas/workflow-schemas.ts';
import { aDraft, aSource } from './testing/a-draft.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { send } from './testing/sign-up.ts';
import { aWriter, problemOf, type Writer } from './testing/writer.ts';

let test: TestApp;
let viewer: Writer;
let reporter: Writer;
let analyst: Writer;
let admin: Writer;
beforeAll(async () => {
  test = await openTestApp({ access: { mode: 'login' } });
  viewer = await aWriter(test, 'viewer', 'vera');
  reporter = await aWriter(test, 'reporter', 'amna');
  analyst = await aWriter(test, 'analyst', 'li-wei');
  admin = await aWriter(test, 'admin', 'chief');
});
afterAll(async () => {
  expect(await test.store.verifyAudit()).toMatchObject({ intact: true });
  await test.close();
});

const discussionOf = async (writer: Writer, id: string) =>
  discussionSchema.parse(await (await writer.send('GET', `/v1/incidents/${id}/discussion`)).json());

describe('the discussion of an incident', () => {
  it('has what was said, by whom, in order, and is seen by who may read', async () => {
    const { id } = await reporter.file();
    const path = `/v1/incidents/${id}/comments`;
    const said = await reporter.send('POST', path, { text: ' Who says so?\n<b>کون</b> ' });
    expect(said.status).toBe(201);
    expect(await said.json()).toMatchObject({
      by: { id: reporter.id, name: 'amna' },
      text: 'Who says so?\n<b>کون</b>',
    });
    await analyst.send('POST', path, { text: 'The police.' });
    const { comments } = await discussionOf(viewer, id);
    expect(comments.map(({ by, text }) => [by.name, text])).toEqual([
      ['amna', 'Who says so?\n<b>کون</b>'],
      ['li-wei', 'The police.'],
    ]);
    const { position } = await test.store.auditHead();
    expect((await test.store.auditEntries({ after: position - 1 }))[0]).toMatchObject({
      ...{ actor: analyst.id, action: 'incident.comment', subject: { id }, detail: { text: 'The police.' } },
    });
    const answer = await viewer.send('GET', `/v1/incidents/${id}/discussion`);
    expect([answer.headers.get('Cache-Control'), answer.headers.get('ETag')]).toEqual(['no-store', null]);
  });

  it.each(['', '  ', 'x'.repeat(5001), 'a\u0000b', 'a\u202eb', '\ud800'])('takes no comment %j', async (text) => {
    const [first] = test.portfolio.incidents;
    const response = await analyst.send('POST', `/v1/incidents/${first?.id}/comments`, { text });
    expect(await problemOf(response)).toMatchObject({ status: 400, invalid: [{ name: 'text' }] });
  });

  it('says who works on it: an active analyst or admin, or nobody', async () => {
    const { id } = await reporter.file();
    const path = `/v1/incidents/${id}/assignee`;
    const given = await analyst.send('PUT', path, { person: admin.id });
    expect(await given.json()).toMatchObject({ assignee: { id: admin.id, name: 'chief' } });
    expect(await discussionOf(viewer, id)).toMatchObject({ assignee: { name: 'chief' } });
    for (const person of [reporter.id, viewer.id, 'nobody-at-all']) {
      expect(await problemOf(await analyst.send('PUT', path, { person }))).toMatchObject({ status: 409 });
    }
    expect((await reporter.send('PUT', path, { person: null })).status).toBe(403);
    expect((await analyst.send('PUT', path, {})).status).toBe(400);
    await analyst.send('PUT', path, { person: null });
    expect(await discussionOf(viewer, id)).toMatchObject({ assignee: null });
    const items = await (await analyst.send('GET', '/v1/assignees')).json();
    expect(items).toEqual({
      items: [
        { id: admin.id, name: 'chief' },
        { id: analyst.id, name: 'li-wei' },
      ],
    });
    expect((await reporter.send('GET', '/v1/assignees')).status).toBe(403);
  });

  it('is watched by each for oneself', async () => {
    const { id } = await reporter.file();
    const path = `/v1/incidents/${id}/watch`;
    for (const writer of [reporter, analyst, analyst]) expect((await writer.send('PUT', path)).status).toBe(204);
    expect(await discussionOf(analyst, id)).toMatchObject({ watching: true });
    expect((await discussionOf(viewer, id)).watching).toBe(false);
    expect((await discussionOf(viewer, id)).watchers).toHaveLength(2);
    expect((await analyst.send('DELETE', path)).status).toBe(204);
    expect(await discussionOf(analyst, id)).toMatchObject({ watching: false, watchers: [{ name: 'amna' }] });
    expect((await viewer.send('PUT', path)).status).toBe(403);
  });

  it('is of an incident that there is', async () => {
    const path = '/v1/incidents/no-such-id';
    expect((await viewer.send('GET', `${path}/discussion`)).status).toBe(404);
    expect((await analyst.send('POST', `${path}/comments`, { text: 'x' })).status).toBe(404);
    expect((await analyst.send('PUT', `${path}/assignee`, { person: null })).status).toBe(404);
    for (const method of ['PUT', 'DELETE']) expect((await analyst.send(method, `${path}/watch`)).status).toBe(404);
  });
});

describe('the queue', () => {
  const queueOf = async (query: string) =>
    queueSchema.parse(await (await analyst.send('GET', `/v1/queue${query}`)).json());

  it('has all that is neither confirmed nor retracted, of the portfolio too, page by page without gaps', async () => {
    const { total } = await queueOf('');
    const expected = (
      await test.store.queue({ order: 'age', statuses: ['reported', 'corroborated', 'disputed'], limit: 9999 })
    ).rows;
    expect(total).toBe(expected.length);
    for (const order of ['age', 'severity']) {
      const ids: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page = await queueOf(`?order=${order}&limit=100${after === '' ? '' : `&after=${after}`}`);
        expect(page.total).toBe(total);
        ids.push(...page.items.map(({ incident }) => incident.id));
        after = page.next;
      }
      expect(new Set(ids).size).toBe(total);
      expect([...ids].sort()).toEqual(expected.map(({ id }) => id).sort());
    }
    const { items } = await queueOf('?status=disputed');
    expect(items.every(({ incident }) => incident.status === 'disputed')).toBe(true);
    const severities = (await queueOf('')).items.map(({ incident }) => incident.severity);
    expect(severities).toEqual([...severities].sort((a, b) => b - a));
  });

  it('says of each who filed it, who works on it, and what is missing for its next status', async () => {
    const own = await analyst.file({ sources: [aSource('Dawn', 'https://dawn.com/1')] });
    await analyst.send('PUT', `/v1/incidents/${own.id}/assignee`, { person: analyst.id });
    await analyst.send('PUT', `/v1/incidents/${own.id}/watch`);
    await reporter.send('POST', `/v1/incidents/${own.id}/comments`, { text: 'Seen.' });
    const expected = {
      ...{ incident: { id: own.id }, version: 1, filedBy: 'li-wei', filedAt: own.versions[0]?.changedAt },
      ...{ assignee: { name: 'li-wei' }, comments: 1, watching: true },
      ...{ nextStatus: 'corroborated', missing: ['two-independent-sources'] },
    };
    const mine = await queueOf('?assignee=me');
    expect(mine).toMatchObject({ items: [expected], total: 1 });
    expect(await queueOf('?watching=true&status=reported')).toMatchObject({ items: [expected] });
    expect((await queueOf('?assignee=none&order=age')).items.map(({ incident }) => incident.id)).not.toContain(own.id);
    expect((await queueOf('?order=age')).items[0]).toMatchObject({ filedBy: null, assignee: null, comments: 0 });
  });

  it.each([
    'order=best',
    'assignee=everybody',
    'status=confirmed',
    'status=',
    'after=x',
    'limit=201',
    'watching=no',
    'x=1',
  ])('refuses %s', async (query) => {
    const [name] = query.split('=');
    expect(await problemOf(await analyst.send('GET', `/v1/queue?${query}`))).toMatchObject({
      status: 400,
      invalid: [{ name }],
    });
  });
});

describe('duplicates', () => {
  const find = async (body: object) =>
    duplicatesSchema.parse(await (await reporter.send('POST', '/v1/duplicates', body)).json()).items;

  it('are found while a draft is written, best first, with what speaks for them', async () => {
    const known = test.portfolio.incidents.find(
      ({ place, occurred }) => place.precision === 'site' && occurred.precision === 'day',
    );
    if (!known) throw new Error('the portfolio has a day at a site');
    const { occurred, place, eventType, subEventType } = draftOf(known);
    const [best, ...rest] = await find({ draft: { occurred, place, eventType, subEventType } });
    expect(best).toMatchObject({ incident: { id: known.id } });
    expect(best?.reasons.map(({ key }) => key)).toEqual(expect.arrayContaining(['date', 'distance', 'type']));
    expect(rest.every(({ score }) => score <= (best?.score ?? 0))).toBe(true);
    expect((await find({ draft: draftOf(known), except: known.id })).map(({ incident }) => incident.id)).not.toContain(
      known.id,
    );
  });

  it('are those that were filed a moment ago too, and none that are merged', async () => {
    const draft = aDraft({ occurred: { start: '2023-07-04', end: '2023-07-04', precision: 'day' } });
    const first = await reporter.file(draft);
    expect((await find({ draft }))[0]).toMatchObject({ incident: { id: first.id }, score: 1 });
    const second = await reporter.file(draft);
    const body = { reason: 'x', doubles: [{ id: second.id, version: 1 }] };
    await analyst.change('POST', `/v1/incidents/${first.id}/merge`, 1, body);
    expect((await find({ draft })).map(({ incident }) => incident.id)).toEqual([first.id]);
  });

  it('need to know when, and nothing else', async () => {
    const occurred = { start: '1990-01-01', end: '1990-12-31', precision: 'year' };
    expect(await find({ draft: { occurred } })).toEqual([]);
    for (const draft of [{}, { title: 'x' }, { occurred, status: 'reported' }]) {
      expect((await reporter.send('POST', '/v1/duplicates', { draft })).status).toBe(400);
    }
    expect((await viewer.send('POST', '/v1/duplicates', { draft: { occurred } })).status).toBe(403);
  });
});

describe('places', () => {
  const find = async (q: string) =>
    placesSchema.parse(await (await reporter.send('GET', `/v1/places?${new URLSearchParams({ q })}`)).json()).items;

  it('are found by the beginnings of their words, their own name before aliases, at most ten', async () => {
    const found = await find('gwad');
    expect(found[0]).toMatchObject({ name: 'Gwadar' });
    expect(found.length).toBeLessThanOrEqual(10);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['district', 'place', 'site']));
    expect(await find('wadar')).toEqual([]);
    expect((await find('GWĀDAR port')).map(({ kind }) => kind)).toContain('site');
  });

  it('say what an incident there would be known to', async () => {
    const district = (await find('kech')).find(({ kind }) => kind === 'district');
    expect(district).toMatchObject({ name: 'Kech', province: 'Balochistan', district: 'Kech', precision: 'district' });
    const site = test.portfolio.sites[0];
    const found = (await find(site?.name ?? '')).find(({ kind }) => kind === 'site');
    expect(found).toMatchObject({ name: site?.name, latitude: site?.latitude, precision: site?.precision });
    const { id } = await reporter.file({ place: { ...aDraft().place, ...withoutKind(district) } });
    expect((await reporter.read(id)).place.district).toBe('Kech');
  });

  it('are refused without a text, and for who files nothing', async () => {
    for (const query of ['', '?q=', '?q=%20', `?q=${'x'.repeat(201)}`, '?q=a&q=b', '?q=a%00']) {
      expect((await reporter.send('GET', `/v1/places${query}`)).status).toBe(400);
    }
    expect((await viewer.send('GET', '/v1/places?q=a')).status).toBe(403);
    expect((await send(test, 'GET', '/v1/places?q=a', {})).status).toBe(401);
  });
});

function withoutKind(place: (Awaited<ReturnType<typeof placesSchema.parse>>['items'][number] & object) | undefined) {
  const { kind, ...rest } = place ?? { kind: 'place' as const };
  return rest;
}
