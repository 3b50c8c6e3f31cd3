import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '@corridor/incident-table/testing';
import { openStore } from '@corridor/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { hash, toCookie } from './access/accounts.ts';
import { insertPerson, setPassword } from './access/people.ts';
import { importSchema } from './schemas/import-schemas.ts';
import { type BuiltServer, buildServer, type ServerProcess } from './testing/build-server.ts';
import { PASSWORD } from './testing/sign-up.ts';
import { aUcdpFile } from './testing/ucdp-file.ts';

const EMAIL = 'analyst@harbour.example';
/** Three pieces of rows and a bit. */
const ROWS = 3_200;
const FILE = aUcdpFile(
  Array.from({ length: ROWS }, (_, row) => ({
    ...{
      id: String(row + 1),
      latitude: (24 + (row % 90) / 10).toFixed(1),
      longitude: (62 + (row % 70) / 10).toFixed(1),
    },
    ...{ date_start: dayOf(row), date_end: dayOf(row) },
  })),
);

function dayOf(row: number): string {
  return new Date(Date.UTC(2005, 0, 1 + row)).toISOString().slice(0, 10);
}

let server: BuiltServer;
let folder: string;
let dataDir: string;
beforeAll(async () => {
  server = await buildServer('test-import-crash-server');
  folder = await mkdtemp(join(tmpdir(), 'corridor-import-crash-'));
  dataDir = join(folder, 'data');
  const running = server.start({ DATA_DIR: dataDir });
  await running.url();
  await stopped(running);
  await withStore((store) =>
    store.accounts.transaction(async (connection) => {
      const id = await insertPerson(connection, { name: 'Analyst', email: EMAIL, role: 'analyst' });
      await setPassword(connection, id, await hash(PASSWORD), null);
    }),
  );
}, 120_000);
afterAll(async () => {
  await server?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function stopped({ child, exit }: ServerProcess): Promise<void> {
  child.kill('SIGTERM');
  await exit;
}

async function withStore<T>(act: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir });
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

/** A running server, and somebody signed in there. */
async function openServer() {
  const running = server.start({ DATA_DIR: dataDir, ACCESS: 'login' });
  const url = await running.url();
  const ask = (method: string, path: string, cookie: string, body?: string) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        ...{ Origin: url, Cookie: cookie },
        ...(body !== undefined && {
          'Content-Type': path.startsWith('/v1/imports?') ? 'application/octet-stream' : 'application/json',
        }),
      },
      ...(body !== undefined && { body }),
    });
  const signedIn = await ask('POST', '/v1/access/sign-in', '', JSON.stringify({ email: EMAIL, password: PASSWORD }));
  expect(signedIn.status).toBe(200);
  const cookie = toCookie(signedIn.headers.getSetCookie());
  const importOf = async (response: Response): Promise<z.output<typeof importSchema>> => {
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${text}`);
    return importSchema.parse(JSON.parse(text));
  };
  const show = async (id: number) => importOf(await ask('GET', `/v1/imports/${id}`, cookie));
  const until = async (id: number, state: string) => {
    await expect.poll(async () => (await show(id)).state, { timeout: 120_000, interval: 50 }).toBe(state);
    return show(id);
  };
  return {
    running,
    show,
    until,
    upload: async () => importOf(await ask('POST', '/v1/imports?name=events.csv', cookie, FILE)),
    act: async (id: number, verb: string) => importOf(await ask('POST', `/v1/imports/${id}/${verb}`, cookie, '{}')),
  };
}

/** Versions of the file's records, by how many there are of each record, and how the records stand. */
async function standing(): Promise<readonly unknown[]> {
  return withStore(async (store) => {
    expect(await store.verifyAudit()).toMatchObject({ intact: true });
    return store.accounts.query(`
      select status, versions, count(*)::int as records from (
        select incident.status, count(*)::int as versions from incident
        join incident_version on incident_id = incident.id
        where incident.id like 'ucdp-%' group by incident.id, incident.status
      ) as each group by status, versions order by status, versions`);
  });
}

describe('an import that a kill interrupts', () => {
  it('is gone on with by the next start, and so is its undoing: no row twice, none left out', {
    timeout: 400_000,
  }, async () => {
    const random = createRandom(7);
    const found: string[] = [];
    let here = await openServer();
    const { id } = await here.upload();
    await here.until(id, 'reported');
    await here.act(id, 'commit');
    for (const [end, records] of [
      ['committed', { status: 'reported', versions: 1, records: ROWS }],
      ['undone', { status: 'retracted', versions: 2, records: ROWS }],
    ] as const) {
      for (let kill = 0; kill < 2; kill++) {
        await sleep(random() * 500);
        found.push((await here.show(id)).state);
        here.running.child.kill('SIGKILL');
        await here.running.exit;
        here = await openServer();
      }
      expect(await here.until(id, end)).toMatchObject({ rowsDone: ROWS, counts: { new: ROWS } });
      await stopped(here.running);
      expect(await standing()).toEqual([records]);
      here = await openServer();
      if (end === 'committed') await here.act(id, 'undo');
    }
    await stopped(here.running);
    expect(found).toEqual(expect.arrayContaining(['committing', 'undoing']));
  });
});
