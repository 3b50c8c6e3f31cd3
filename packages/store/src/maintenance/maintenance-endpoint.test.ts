import { createWriteStream, existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inspectBackup } from '../backup/read-backup.ts';
import { openEmbeddedStore } from '../embedded/open-embedded-store.ts';
import type { Store } from '../store.ts';
import { anIncident } from '../testing/any-incident.ts';
import { ACT, CHANGE, writeAuditHistory } from '../testing/audit-history.ts';
import { EmbeddedTemplate } from '../testing/embedded-storage.ts';
import { readAddress } from './maintenance-address.ts';
import { openMaintenance } from './open-maintenance.ts';

const quiet = () => undefined;

describe('while an embedded store is open', { timeout: 120_000 }, () => {
  let template: EmbeddedTemplate;
  let dataDir: string;
  let store: Store;
  beforeAll(async () => {
    template = await EmbeddedTemplate.create();
  });
  afterAll(() => template.remove());
  beforeEach(async () => {
    dataDir = await template.copy();
    store = await openEmbeddedStore({ dataDir, onWarning: quiet });
    await writeAuditHistory(store);
  });
  afterEach(() => store.close());

  test('others verify, read and export its audit trail through it', async () => {
    const maintenance = await openMaintenance({ dataDir, onWarning: quiet });
    const head = await store.auditHead();
    expect(await maintenance.auditHead()).toEqual(head);
    expect(await maintenance.auditEntries({ after: 2, limit: 2 })).toEqual((await store.auditEntries()).slice(2, 4));
    const progress: object[] = [];
    const onProgress = (checked: object) => progress.push(checked);
    expect(await maintenance.verifyAudit({ onProgress, head })).toEqual(await store.verifyAudit());
    expect(progress.at(-1)).toEqual({ entries: 6, versions: 10, incidents: 3, targets: 3 });
    const wrong = { position: 6, hash: '0'.repeat(64) };
    expect(await maintenance.verifyAudit({ head: wrong })).toMatchObject({ intact: false });
    await maintenance.close();
    await store.recordAct(ACT);
  });

  test('others back it up through it, and it is written on afterwards', async () => {
    const maintenance = await openMaintenance({ dataDir, onWarning: quiet });
    const file = join(dataDir, 'a.backup');
    await maintenance.backup(createWriteStream(file));
    expect(await inspectBackup(file)).toMatchObject({ manifest: { head: await store.auditHead() } });
    expect(await store.saveIncidents([anIncident('later')], CHANGE)).toBe(6);
  });

  test('a backup that its reader drops lets go of the database', async () => {
    const maintenance = await openMaintenance({ dataDir, onWarning: quiet });
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('no room')) });
    await expect(maintenance.backup(full)).rejects.toMatchObject({ name: 'StoreError', message: /no room/ });
    expect(await store.saveIncidents([anIncident('later')], CHANGE)).toBe(6);
  });

  test('closing it cuts off a backup that is under way', async () => {
    const many = Array.from({ length: 3000 }, (_, number) =>
      anIncident(`i-${number}`, { notes: `${Math.random()}`.repeat(200) }),
    );
    await store.saveIncidents(many, CHANGE);
    const maintenance = await openMaintenance({ dataDir, onWarning: quiet });
    let taken = 0;
    const slow = new Writable({
      write: (chunk, _encoding, done) => {
        taken += chunk.length;
        setTimeout(done, 200);
      },
    });
    const backingUp = maintenance.backup(slow);
    backingUp.catch(quiet);
    await expect.poll(() => taken, { timeout: 20_000 }).toBeGreaterThan(0);
    await store.close();
    await expect(backingUp).rejects.toMatchObject({ code: 'stopped' });
  });

  test('nobody without the secret is answered, which only the owner of the directory can read', async () => {
    const address = await readAddress(dataDir);
    for (const authorization of ['', 'Bearer', `Bearer ${address?.secret.slice(1)}`, `Basic ${address?.secret}`]) {
      for (const path of ['/head', '/backup', '/nothing']) {
        const response = await fetch(`http://127.0.0.1:${address?.port}${path}`, { headers: { authorization } });
        expect([response.status, await response.text()]).toEqual([401, '']);
      }
    }
    const headers = { authorization: `Bearer ${address?.secret}` };
    expect((await fetch(`http://127.0.0.1:${address?.port}/nothing`, { headers })).status).toBe(404);
    if (process.platform !== 'win32') expect((await stat(join(dataDir, 'maintenance.json'))).mode & 0o777).toBe(0o600);
  });

  test('its address goes with it, and one that a killed process left leads nowhere', async () => {
    const left = await readAddress(dataDir);
    await store.close();
    expect(existsSync(join(dataDir, 'maintenance.json'))).toBe(false);
    await writeFile(join(dataDir, 'maintenance.json'), JSON.stringify(left));
    const maintenance = await openMaintenance({ dataDir, onWarning: quiet });
    expect(await maintenance.auditHead()).toMatchObject({ position: 6 });
    await maintenance.close();
    store = await openEmbeddedStore({ dataDir, onWarning: quiet });
    await writeFile(join(dataDir, 'maintenance.json'), JSON.stringify({ port: 1, secret: 'x' }));
    const misled = await openMaintenance({ dataDir, onWarning: quiet });
    await expect(misled.auditHead()).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('a directory without a database is named, and none is made', async () => {
    const nowhere = join(dataDir, 'nowhere');
    await expect(openMaintenance({ dataDir: nowhere, onWarning: quiet })).rejects.toMatchObject({
      code: 'directory-unusable',
      message: `there is no database in ${nowhere}`,
    });
    expect(existsSync(nowhere)).toBe(false);
  });
});
