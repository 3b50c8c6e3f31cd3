import { aWorkbook, sheetRows } from '@corridor/importers/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { feedsSchema } from './schemas/feed-schemas.ts';
import { importSchema, importsSchema } from './schemas/import-schemas.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { aUcdpFile, aUcdpRow } from './testing/ucdp-file.ts';
import { aWriter, problemOf, type Writer } from './testing/writer.ts';

let test: TestApp;
let analyst: Writer;
beforeAll(async () => {
  test = await openTestApp();
  analyst = await aWriter(test, 'analyst');
}, 120_000);
afterAll(() => test.close());

function upload(content: string | Uint8Array, query = 'name=events.csv') {
  return Promise.resolve(
    test.app.request(`/v1/imports?${query}`, {
      method: 'POST',
      headers: { Origin: 'http://localhost', Cookie: analyst.cookie, 'Content-Type': 'application/octet-stream' },
      body: content,
    }),
  );
}

async function importOf(response: Response) {
  const text = await response.text();
  if (response.status !== 202 && response.status !== 200) throw new Error(`${response.status}: ${text}`);
  return importSchema.parse(JSON.parse(text));
}

const show = async (id: number) => importOf(await analyst.send('GET', `/v1/imports/${id}`));

async function reported(content: string | Uint8Array, query?: string) {
  const { id } = await importOf(await upload(content, query));
  await test.imports.idle();
  return show(id);
}

async function done(id: number, verb: string, body?: unknown) {
  await importOf(await analyst.send('POST', `/v1/imports/${id}/${verb}`, body));
  await test.imports.idle();
  return show(id);
}

const ROWS = [{ id: '1' }, { id: '2', date_start: '2031-05-02', date_end: '2031-05-02' }, { id: '3', best: '40' }];
const NONE = { new: 0, changed: 0, unchanged: 0, duplicate: 0, rejected: 0, conflict: 0, deleted: 0 };
/** Its licence is blank, which no saved mapping is. */
const aGuess = z.object({
  mapping: z.looseObject({}),
  needsMapping: z.boolean(),
  values: z.record(z.string(), z.array(z.string())),
});
const text = async (path: string) => (await analyst.send('GET', path)).text();
const originOf = async (name: string) =>
  feedsSchema.parse(JSON.parse(await text('/v1/feeds'))).origins.find(({ origin }) => origin === name);

describe('an import', { timeout: 120_000 }, () => {
  it('is reported, then committed, then changes nothing, and is undone but for what people changed', async () => {
    const before = await test.store.revision();
    const report = await reported(aUcdpFile(ROWS));
    expect(report).toMatchObject({ state: 'reported', format: 'ucdp', rowsDone: 3, counts: { ...NONE, new: 3 } });
    expect(report.issues).toMatchObject([{ kind: 'note', row: 4, field: 'best', value: '40' }]);
    expect(await test.store.revision()).toBe(before);
    expect(JSON.parse(await text(`/v1/imports/${report.id}/map.geojson`))).toMatchObject({
      type: 'FeatureCollection',
      features: [{ geometry: { coordinates: [63.05, 26] }, properties: { new: 3 } }],
    });

    const committed = await done(report.id, 'commit', {});
    expect(committed).toMatchObject({ state: 'committed', counts: { ...NONE, new: 3 }, bytesDone: report.size });
    expect((await analyst.read('ucdp-1')).title).toContain('Turbat');

    const again = await reported(aUcdpFile(ROWS));
    expect(again).toMatchObject({ counts: { ...NONE, unchanged: 3 }, sameAs: report.id });
    const revision = await test.store.revision();
    await done(again.id, 'commit', {});
    expect(await test.store.revision()).toBe(revision);

    await analyst.change('PATCH', '/v1/incidents/ucdp-2', 1, { reason: 'seen', changes: { title: 'People’s title' } });
    const undone = await done(report.id, 'undo');
    expect(undone.state).toBe('undone');
    expect(undone.issues.filter(({ kind }) => kind === 'kept')).toMatchObject([
      { value: 'ucdp-2', reason: 'was changed by somebody since (version 2) and was left alone' },
    ]);
    const [one, two] = await test.store.incidentsByIds(['ucdp-1', 'ucdp-2']);
    expect(one).toMatchObject({ version: 2, incident: { status: 'retracted' } });
    expect(two).toMatchObject({ version: 2, incident: { status: 'reported', title: 'People’s title' } });
    expect(await problemOf(await analyst.send('POST', `/v1/imports/${report.id}/undo`))).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining('is undone'),
    });

    const revived = await done((await reported(aUcdpFile(ROWS))).id, 'commit', {});
    expect(revived.counts).toEqual({ ...NONE, new: 2, unchanged: 1 });
    expect(await test.store.incidentById('ucdp-1')).toMatchObject({ version: 3, incident: { status: 'reported' } });
    expect(await test.store.verifyAudit()).toMatchObject({ intact: true });
  });

  it.each(['csv', 'geojson'])('of what was exported as %s changes nothing', async (format) => {
    const report = await reported(await text(`/v1/incidents.${format}`), `name=export.${format}`);
    expect(report.rowsDone).toBeGreaterThan(400);
    expect(report).toMatchObject({ state: 'reported', counts: { ...NONE, unchanged: report.rowsDone }, issues: [] });
    await done(report.id, 'cancel');
  });

  it('of a newer export changes what changed at the source, keeps people’s edits and shows conflicts', async () => {
    const file = (best: string, place: string) =>
      aUcdpFile([
        {
          id: '11',
          best,
          low: '1',
          high: '90',
          where_coordinates: place,
          date_start: '2032-01-01',
          date_end: '2032-01-01',
        },
      ]);
    const first = await reported(file('4', 'Turbat'));
    await done(first.id, 'commit', {});
    const stands = await analyst.read('ucdp-11');
    const place = { ...stands.place, name: 'Turbat bazaar' };
    await analyst.change('PATCH', '/v1/incidents/ucdp-11', 1, { reason: 'seen', changes: { place } });
    const second = await reported(file('7', 'Turbat town'));
    expect(second).toMatchObject({ counts: { ...NONE, conflict: 1 } });
    const committed = await done(second.id, 'commit', {});
    const conflicts = committed.issues.filter(({ kind }) => kind === 'conflict');
    expect(conflicts).toMatchObject([{ field: 'place', reason: expect.stringContaining('Turbat bazaar') }]);
    const merged = await analyst.read('ucdp-11');
    expect(merged.place.name).toBe('Turbat bazaar');
    expect(merged.casualties.killed?.best).toBe(7);
    expect((await reported(file('7', 'Turbat town'))).counts).toEqual({ ...NONE, unchanged: 1 });
    await done(second.id, 'undo');
    expect((await analyst.read('ucdp-11')).casualties.killed?.best).toBe(4);
  });

  it('names both rows of an id that is there twice, and loses nothing else', async () => {
    const report = await reported(aUcdpFile([{ id: '21' }, { id: '21', best: '5' }, { id: '22', country: 'India' }]));
    expect(report.counts).toEqual({ ...NONE, new: 1, rejected: 2 });
    expect(report.issues.map(({ field, kind, row }) => [kind, row, field])).toEqual([
      ['rejected', 3, 'id'],
      ['rejected', 4, 'country'],
    ]);
    expect(report.issues[0]?.reason).toContain('row 2 is read, row 3 is not');
    expect(await text(`/v1/imports/${report.id}/issues.csv`)).toContain('rejected,4,country,India,');
    const ofKind = async (kind: string) =>
      importOf(await analyst.send('GET', `/v1/imports/${report.id}?issues=${kind}`));
    expect((await ofKind('rejected')).issues).toHaveLength(2);
    expect((await ofKind('conflict')).issues).toEqual([]);
    expect(await problemOf(await analyst.send('GET', `/v1/imports/${report.id}?issues=all`))).toMatchObject({
      invalid: [{ name: 'issues', reason: expect.stringContaining('rejected, conflict') }],
    });
    expect((await done(report.id, 'cancel')).state).toBe('cancelled');
    expect(await problemOf(await analyst.send('POST', `/v1/imports/${report.id}/commit`, {}))).toMatchObject({
      code: 'conflict',
    });
  });

  it('of a workbook with a sheet for each month names the sheet where a row number does not, and is known again', async () => {
    const sheet = (rows: Parameters<typeof aUcdpRow>[0][]) =>
      sheetRows([Object.keys(aUcdpRow({})), ...rows.map((row) => Object.values(aUcdpRow(row)))]);
    const [march, april] = [[{ id: '24' }], [{ id: '25', country: 'India' }, { id: '24' }, { id: '26', best: '40' }]];
    const workbook = aWorkbook({ sheets: { March: sheet(march), April: sheet(april), Notes: sheetRows([['seen']]) } });
    const report = await reported(workbook, 'name=events.xlsx');
    expect(report).toMatchObject({ format: 'ucdp', counts: { ...NONE, new: 2, rejected: 3 } });
    expect(report.issues.map(({ kind, row, field, reason }) => [kind, row, field, reason])).toEqual([
      ['rejected', 1, 'sheet', 'is read, and the sheet that repeats its header; not read: Notes (no table)'],
      ['rejected', 4, 'country', 'is not the country of the portfolio (row 2 of sheet “April”)'],
      ['rejected', 5, 'id', expect.stringMatching(/row 2 is read, row 5 is not \(row 3 of sheet “April”\)$/)],
      ['note', 6, 'best', expect.stringMatching(/ \(row 4 of sheet “April”\)$/)],
    ]);
    expect(await text(`/v1/imports/${report.id}/issues.csv`)).toContain('(row 2 of sheet “April”)');
    expect(await done(report.id, 'commit', {})).toMatchObject({ state: 'committed' });
    const again = await reported(workbook, 'name=again.xlsx');
    expect(again).toMatchObject({ counts: { ...NONE, unchanged: 2, rejected: 3 }, sameAs: report.id });
    await analyst.change('PATCH', '/v1/incidents/ucdp-26', 1, { reason: 'seen', changes: { title: 'People’s title' } });
    const more = { March: sheet(march), April: sheet([{ id: '26', best: '40', where_coordinates: 'Gwadar' }]) };
    const longer = await reported(aWorkbook({ sheets: { ...more, May: sheet([{ id: '27' }]) } }), 'name=events.xlsx');
    expect(longer).toMatchObject({ counts: { ...NONE, unchanged: 1, conflict: 1, new: 1 } });
    expect(longer.issues.filter(({ kind }) => kind === 'conflict')).toMatchObject([
      { row: 4, field: 'title', reason: expect.stringMatching(/ \(row 2 of sheet “April”\)$/) },
    ]);
  });

  it('leaves out what looks like a record that stands, unless it is told to bring it', async () => {
    const filed = await analyst.file({ occurred: { start: '2033-06-01', end: '2033-06-01', precision: 'day' } });
    const { latitude, longitude, name } = filed.place;
    const place = { latitude: String(latitude), longitude: String(longitude), where_coordinates: name };
    const days = { date_start: '2033-06-01', date_end: '2033-06-01' };
    const killed = String(filed.casualties.killed?.best ?? 0);
    const row = {
      id: '31',
      ...place,
      ...days,
      best: killed,
      low: killed,
      high: killed,
      side_b: filed.actors[0]?.name ?? 'BLA',
    };
    const report = await reported(aUcdpFile([row]));
    expect(report.counts).toEqual({ ...NONE, duplicate: 1 });
    expect(report.issues.find(({ kind }) => kind === 'duplicate')?.reason).toContain(filed.id);
    await done(report.id, 'commit', { duplicates: 'leave' });
    expect(await test.store.incidentById('ucdp-31')).toBeNull();
    const brought = await done((await reported(aUcdpFile([row]))).id, 'commit', { duplicates: 'bring' });
    expect(brought.counts).toEqual({ ...NONE, new: 1 });
    expect(await test.store.incidentById('ucdp-31')).not.toBeNull();
  });

  it('that was left half done is gone on with, and taken back where its file is gone', async () => {
    const { id } = await reported(aUcdpFile([{ id: '41', date_start: '2034-01-01', date_end: '2034-01-01' }]));
    await test.store.imports.move(id, ['reported'], 'committing', { runner: 'a process that was killed' });
    await test.imports.recover();
    await test.imports.idle();
    expect(await show(id)).toMatchObject({ state: 'committed', counts: { ...NONE, new: 1 } });
    await test.store.imports.move(id, ['committed'], 'committing', { runner: 'a process that was killed' });
    await test.imports.recover();
    await test.imports.idle();
    expect(await show(id)).toMatchObject({ state: 'failed', fault: expect.stringContaining('its file is gone') });
    expect(await test.store.incidentById('ucdp-41')).toMatchObject({ incident: { status: 'retracted' } });
    const [origin = ''] = (await show(id)).origins;
    const failure = { import: id, reason: expect.stringContaining('its file is gone') };
    expect(await originOf(origin)).toMatchObject({ state: 'error', failure });
    await done((await reported(aUcdpFile([{ id: '42' }]))).id, 'commit', { duplicates: 'bring' });
    expect(await originOf(origin)).toMatchObject({ failure: null });
  });
});

describe('an upload', { timeout: 60_000 }, () => {
  it.each([
    ['a name of a path that leads out', 'name=..%2F..', /name is the name of a file/],
    ['no name', '', /name is the name of a file/],
    ['a name that turns its own letters round', 'name=a%E2%80%AEvsc.exe', /turns the writing direction/],
    ['a mapping that there is not', 'name=a.csv&mapping=nobody', /no mapping nobody/],
  ])('is refused with %s', async (_, query, words) => {
    expect((await problemOf(await upload('id,name\n1,2\n', query))).detail).toMatch(words);
  });

  it('keeps the last part of a path for a name, and fails in words where it is in no known format', async () => {
    const table = await reported('when,what\n2031-01-01,something\n', 'name=C:%5Cfiles%5Ctable.csv');
    expect(table).toMatchObject({
      file: 'table.csv',
      state: 'failed',
      fault: expect.stringContaining('a mapping must say what its columns hold: when, what'),
    });
    expect(await problemOf(await upload(''))).toMatchObject({ code: 'invalid-body' });
  });

  it('is only for those who may import', async () => {
    const reporter = await aWriter(test, 'reporter');
    expect((await reporter.send('GET', '/v1/imports')).status).toBe(403);
    const { items } = importsSchema.parse(JSON.parse(await text('/v1/imports?limit=2')));
    expect(items).toHaveLength(2);
    expect(items[0]?.id).toBeGreaterThan(items[1]?.id ?? 0);
  });

  it('of a partner’s table is read by a mapping that was guessed, corrected and saved', async () => {
    const file = 'Date,Place,Province,What,Killed\n2035-02-01,Quetta,Balochistan,Armed clash,3\n';
    const guessed = await test.app.request('/v1/import-mappings/guess?name=partner', {
      method: 'POST',
      headers: { Origin: 'http://localhost', Cookie: analyst.cookie },
      body: file,
    });
    const { mapping, needsMapping, values } = aGuess.parse(await guessed.json());
    expect({ needsMapping, values }).toMatchObject({ needsMapping: true, values: { What: ['Armed clash'] } });
    const everyRow = { targetType: 'security-forces', placePrecision: 'province', subEventType: 'Armed clash' };
    const saved = await analyst.send('PUT', '/v1/import-mappings/partner', {
      ...mapping,
      ...{ name: 'partner', origin: 'partner', licence: 'CC0', everyRow },
    });
    expect([guessed.status, saved.status]).toEqual([200, 200]);
    const broken = await reported('PK\u0003\u0004 is no workbook', 'name=sheet.xlsx&mapping=partner');
    expect(broken.state).toBe('failed');
    expect(await originOf('partner')).toMatchObject({
      ...{ state: 'error', rows: 0, lastDay: null },
      failure: { import: broken.id, at: broken.stateAt, reason: broken.fault },
    });
    const report = await reported(file, 'name=sheet.csv&mapping=partner');
    expect(report).toMatchObject({ state: 'reported', counts: { ...NONE, new: 1 }, origins: ['partner'] });
    expect((await analyst.send('DELETE', '/v1/import-mappings/partner')).status).toBe(204);
    expect((await analyst.send('GET', '/v1/import-mappings/partner')).status).toBe(404);
  });
});
