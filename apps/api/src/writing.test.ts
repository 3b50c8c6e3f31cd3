import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aClaim, aDraft, aSource } from './testing/a-draft.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { aWriter, detailOf, problemOf, type Writer } from './testing/writer.ts';

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

const lastEntry = async () => {
  const { position } = await test.store.auditHead();
  return (await test.store.auditEntries({ after: position - 1 }))[0];
};

describe('filing', () => {
  it('makes a record of a draft, which is in every answer at once, and enters who did it', async () => {
    const response = await reporter.send('POST', '/v1/incidents', aDraft());
    expect(response.status).toBe(201);
    expect(response.headers.get('ETag')).toBe('"1"');
    const detail = await detailOf(response);
    expect(response.headers.get('Location')).toBe(`/v1/incidents/${detail.id}`);
    expect(detail).toMatchObject({ ...aDraft(), status: 'reported', origin: 'corridor-watch', licence: 'CC-BY-4.0' });
    expect(detail.id).toMatch(/^cw-2024-03-01-[0-9a-f]{10}$/);
    expect(detail.reportedBy).toEqual({ id: reporter.id, name: 'amna' });
    expect(detail.versions).toMatchObject([{ version: 1, changedBy: 'amna', reason: 'filed', mergedInto: null }]);
    expect(await reporter.read(detail.id)).toEqual(detail);
    const found = await (await reporter.send('GET', '/v1/incidents?from=2024-03-01&to=2024-03-01')).text();
    expect(found).toContain(detail.id);
    expect(await lastEntry()).toMatchObject({
      ...{ actor: reporter.id, action: 'incident.file', subject: { kind: 'incident', id: detail.id } },
      ...{ reason: 'filed', revision: detail.revision },
    });
  });

  it('takes claims side by side, and exports them', async () => {
    const { id } = await reporter.file();
    const csv = await (await reporter.send('GET', '/v1/incidents.csv?from=2024-03-01&to=2024-03-01')).text();
    expect(csv.split('\r\n').find((line) => line.startsWith(id))).toContain('killed 3 (Police); killed 12 (BLA)');
    const lines = await (await reporter.send('GET', '/v1/incidents.ndjson?from=2024-03-01&to=2024-03-01')).text();
    expect(lines).toContain('"by":"Police"');
  });

  it('does it once for a key, and gives the same answer again', async () => {
    const headers = { 'Idempotency-Key': 'form-0001' };
    const first = await reporter.send('POST', '/v1/incidents', aDraft({ title: 'Once' }), headers);
    const detail = await detailOf(first);
    await reporter.change('PATCH', `/v1/incidents/${detail.id}`, 1, { reason: 'x', changes: { title: 'Changed' } });
    const reordered = Object.fromEntries(Object.entries(aDraft({ title: 'Once' })).reverse());
    const again = await reporter.send('POST', '/v1/incidents', reordered, headers);
    expect([again.status, again.headers.get('ETag'), again.headers.get('Location')]).toEqual([
      ...[201, '"1"', first.headers.get('Location')],
    ]);
    expect(await detailOf(again)).toEqual(detail);
    const differs = await reporter.send('POST', '/v1/incidents', aDraft({ title: 'Another' }), headers);
    expect(await problemOf(differs)).toMatchObject({ status: 409, code: 'conflict' });
    const others = await detailOf(await other.send('POST', '/v1/incidents', aDraft({ title: 'Another' }), headers));
    expect(others.id).not.toBe(detail.id);
  });

  it('does it once when two with one key come at once', async () => {
    const headers = { 'Idempotency-Key': 'form-0002' };
    const draft = aDraft({ title: 'At once' });
    const answers = await Promise.all(
      [1, 2, 3].map(async () => detailOf(await reporter.send('POST', '/v1/incidents', draft, headers))),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it.each(['short', 'with space', 'ü-umlaut-1', 'x'.repeat(129)])('refuses the key %j', async (key) => {
    const response = await reporter.send('POST', '/v1/incidents', aDraft(), { 'Idempotency-Key': key });
    expect(await problemOf(response)).toMatchObject({ status: 400, invalid: [{ name: 'Idempotency-Key' }] });
  });

  it.each<[name: string, changes: object]>([
    ['title', { title: 'Blast \u202egnp.exe' }],
    ['title', { title: 'NUL\u0000' }],
    ['title', { title: '' }],
    ['title', { title: ' \u00a0 ' }],
    ['summary', { summary: 'bell \u0007' }],
    ['summary', { summary: 'half \ud83d' }],
    ['notes', { notes: 'x'.repeat(20_001) }],
    ['place.name', { place: { ...aDraft().place, name: 'line\nbreak' } }],
    ['place.district', { place: { ...aDraft().place, district: 'Gwadr' } }],
    ['place.latitude', { place: { ...aDraft().place, latitude: 62.3, longitude: 62.3 } }],
    ['place.longitude', { place: { ...aDraft().place, longitude: -62 } }],
    ['targetedSites.1', { targetedSites: ['gwadar-port', 'no-such-site'] }],
    ['occurred', { occurred: { start: '2024-03-02', end: '2024-03-01', precision: 'day' } }],
    ['occurred.start', { occurred: { start: '2024-02-30', end: '2024-03-01', precision: 'day' } }],
    ['subEventType', { subEventType: 'Mob violence' }],
    ['sources.0.url', { sources: [{ ...aSource('Dawn', 'javascript:alert(1)') }] }],
    ['claims.0.toll', { claims: [{ ...aClaim('x', 1), toll: { low: 2, best: 1, high: 3 } }] }],
    ['casualties.killed.best', { casualties: { ...aDraft().casualties, killed: { low: 0, best: 0.5, high: 1 } } }],
    ['body', { status: 'confirmed' }],
    ['body', { licence: 'mine' }],
  ])('refuses a draft whose %s is wrong, by name', async (name, changes) => {
    const response = await reporter.send('POST', '/v1/incidents', { ...aDraft(), ...changes });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 400, code: 'invalid-body' });
    expect(problem.invalid?.map((fault) => fault.name)).toEqual([name]);
  });

  it('takes Urdu, and what looks like a formula or a script, as the text that it is', async () => {
    const title = 'گوادر میں دھماکہ <script>alert(1)</script>';
    const { id } = await reporter.file({ title, notes: '=HYPERLINK("x")\n\u2067گوادر\u2069' });
    expect(await reporter.read(id)).toMatchObject({ title, notes: '=HYPERLINK("x")\n\u2067گوادر\u2069' });
    const csv = await (await reporter.send('GET', '/v1/incidents.csv?from=2024-03-01&to=2024-03-01')).text();
    expect(csv).toContain("'=HYPERLINK");
  });

  it('takes 200 sources and 100 claims, and no body of more than a megabyte', async () => {
    const sources = Array.from({ length: 200 }, (_, number) => aSource(`P${number}`, `https://example.org/${number}`));
    const claims = Array.from({ length: 100 }, (_, number) => aClaim(`Party ${number}`, number));
    expect((await reporter.file({ sources, claims })).sources).toHaveLength(200);
    const tooMany = { ...aDraft(), sources: [...sources, aSource('One more', 'https://example.org/more')] };
    expect((await reporter.send('POST', '/v1/incidents', tooMany)).status).toBe(400);
    const tooLong = await reporter.send('POST', '/v1/incidents', { ...aDraft(), notes: 'x'.repeat(1024 * 1024) });
    expect(await problemOf(tooLong)).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('is for nobody who may not', async () => {
    const viewer = await aWriter(test, 'viewer', 'vera');
    expect((await viewer.send('POST', '/v1/incidents', aDraft())).status).toBe(403);
    const foreign = await reporter.send('POST', '/v1/incidents', aDraft(), { Origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });
});

describe('editing', () => {
  it('makes a version of what changed, by whom and why', async () => {
    const { id } = await reporter.file();
    const changes = { title: 'Better title', claims: [aClaim('Hospital', 4)] };
    const response = await analyst.change('PATCH', `/v1/incidents/${id}`, 1, { reason: 'read the report', changes });
    expect([response.status, response.headers.get('ETag')]).toEqual([200, '"2"']);
    const detail = await detailOf(response);
    expect(detail).toMatchObject({ ...aDraft(), ...changes, version: 2, reportedBy: { name: 'amna' } });
    expect(detail.versions).toMatchObject([
      { version: 1, changedBy: 'amna' },
      { version: 2, changedBy: 'li-wei', reason: 'read the report' },
    ]);
    expect(await lastEntry()).toMatchObject({
      ...{ actor: analyst.id, action: 'incident.edit', reason: 'read the report', subject: { id } },
      detail: { fields: ['claims', 'title'] },
    });
    const before = await (await analyst.send('GET', `/v1/incidents/${id}/versions/1`)).json();
    expect(before).toMatchObject({
      ...{ version: 1, changedBy: 'amna', reason: 'filed', mergedInto: null },
      incident: { id, ...aDraft(), status: 'reported' },
    });
    for (const number of ['0', '3', '01', 'x', '1e0']) {
      expect((await analyst.send('GET', `/v1/incidents/${id}/versions/${number}`)).status).toBe(404);
    }
  });

  it('without a change makes no version', async () => {
    const { id } = await reporter.file();
    const head = await test.store.auditHead();
    for (const changes of [{}, { title: aDraft().title, sources: aDraft().sources }]) {
      const response = await analyst.change('PATCH', `/v1/incidents/${id}`, 1, { reason: 'nothing', changes });
      expect([response.status, response.headers.get('ETag')]).toEqual([200, '"1"']);
    }
    expect(await test.store.auditHead()).toEqual(head);
  });

  it('of two at once gives one a version, and the other 412 with the record as it stands', async () => {
    const { id } = await reporter.file();
    const answers = await Promise.all([
      analyst.change('PATCH', `/v1/incidents/${id}`, 1, { reason: 'one', changes: { title: 'By Li Wei' } }),
      other.change('PATCH', `/v1/incidents/${id}`, 1, { reason: 'two', changes: { title: 'By Usman' } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lost = answers.find(({ status }) => status === 412);
    const problem = lost && (await problemOf(lost));
    const stands = await analyst.read(id);
    expect(problem).toMatchObject({ code: 'stale', current: { id, version: 2, title: stands.title } });
    expect(problem?.current).toEqual(stands);
    expect(stands.versions).toHaveLength(2);
  });

  it.each<[header: string | null, status: number]>([
    [null, 428],
    ['1', 400],
    ['W/"1"', 400],
    ['"0"', 400],
    ['*', 400],
    ['"1", "2"', 400],
    ['"7"', 412],
  ])('with If-Match %s answers %i', async (header, status) => {
    const { id } = await reporter.file();
    const headers = header === null ? {} : { 'If-Match': header };
    const body = { reason: 'x', changes: { notes: 'y' } };
    const response = await analyst.send('PATCH', `/v1/incidents/${id}`, body, headers);
    expect((await problemOf(response)).status).toBe(status);
    expect((await analyst.read(id)).version).toBe(1);
  });

  it.each<[name: string, body: object]>([
    ['reason', { changes: {} }],
    ['reason', { reason: ' ', changes: {} }],
    ['reason', { reason: 'x'.repeat(501), changes: {} }],
    ['reason', { reason: 'a\u0000', changes: {} }],
    ['changes.title', { reason: 'x', changes: { title: '\u0000' } }],
    ['changes', { reason: 'x', changes: { status: 'confirmed' } }],
    ['changes', { reason: 'x', changes: { id: 'mine' } }],
    ['changes.subEventType', { reason: 'x', changes: { eventType: 'Riots' } }],
    ['changes.place.district', { reason: 'x', changes: { place: { ...aDraft().place, district: 'Nowhere' } } }],
    ['changes.targetedSites.0', { reason: 'x', changes: { targetedSites: ['nowhere'] } }],
  ])('refuses a change whose %s is wrong, by name', async (name, body) => {
    const { id } = await reporter.file();
    const problem = await problemOf(await analyst.change('PATCH', `/v1/incidents/${id}`, 1, body));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-body' });
    expect(problem.invalid?.map((fault) => fault.name)).toEqual([name]);
    expect((await analyst.read(id)).version).toBe(1);
  });

  it('lets a reporter change what the same reporter filed, while it is reported', async () => {
    const own = await reporter.file();
    const foreign = await analyst.file();
    const loaded = test.portfolio.incidents.find(({ status }) => status === 'reported')?.id ?? '';
    const body = { reason: 'a slip', changes: { notes: 'corrected' } };
    expect((await reporter.change('PATCH', `/v1/incidents/${own.id}`, 1, body)).status).toBe(200);
    for (const id of [foreign.id, loaded]) {
      expect((await reporter.change('PATCH', `/v1/incidents/${id}`, 1, body)).status).toBe(403);
    }
    await detailOf(
      await analyst.change('POST', `/v1/incidents/${own.id}/status`, 2, { to: 'disputed', reason: 'denied' }),
    );
    const late = await reporter.change('PATCH', `/v1/incidents/${own.id}`, 3, { ...body, changes: { notes: 'late' } });
    expect(await problemOf(late)).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await analyst.read(own.id)).version).toBe(3);
  });

  it('of a record of the portfolio keeps what the file said as its first version', async () => {
    const [first] = test.portfolio.incidents;
    const id = first?.id ?? '';
    const detail = await detailOf(
      await analyst.change('PATCH', `/v1/incidents/${id}`, 1, { reason: 'checked', changes: { notes: 'Checked.' } }),
    );
    expect(detail.reportedBy).toBeNull();
    expect(detail.versions.map(({ changedBy }) => changedBy)).toEqual(['portfolio', 'li-wei']);
    expect(await (await analyst.send('GET', `/v1/incidents/${id}/versions/1`)).json()).toMatchObject({
      incident: first,
    });
  });

  it('knows no unknown id', async () => {
    const body = { reason: 'x', changes: {} };
    for (const path of ['/v1/incidents/no-such-id', '/v1/incidents/No%20Id']) {
      expect((await analyst.change('PATCH', path, 1, body)).status).toBe(404);
    }
  });
});
