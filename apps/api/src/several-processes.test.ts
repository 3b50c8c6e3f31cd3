import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Incident } from '@corridor/domain';
import { openStore, type Store } from '@corridor/store';
import { startThrowawayPostgres, type ThrowawayPostgres } from '@corridor/store/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerSchema } from './schemas/query-schemas.ts';
import { type BuiltServer, buildServer, type ServerProcess } from './testing/build-server.ts';

/** Generous, for machines that are busy: what a test asserts is order, what it prints is time. */
const SOON = { timeout: 25_000, interval: 20 };

let postgres: ThrowawayPostgres;
let server: BuiltServer;
let writer: Store;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'corridor-several-'));
  postgres = await startThrowawayPostgres();
  server = await buildServer('several-processes');
});
afterAll(async () => {
  await server?.remove();
  await writer?.close();
  await postgres?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = (): ServerProcess => server.start({ DATABASE_URL: postgres.url, DATA_DIR: join(dataDir, 'unused') });

/** The revisions that an event stream announces, as they come. */
async function* announcedBy(url: string): AsyncGenerator<number> {
  const response = await fetch(`${url}/v1/events`);
  let text = '';
  for await (const part of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += part;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const revision = /data: \{"revision":(\d+)\}/.exec(event)?.[1];
      if (revision !== undefined) yield Number(revision);
    }
  }
}

async function untilAnnounced(revisions: AsyncGenerator<number>, wanted: number): Promise<void> {
  for (;;) {
    const { done, value } = await revisions.next();
    if (done) throw new Error('The event stream ended');
    if (value >= wanted) return;
  }
}

async function titleOf(url: string, id: string): Promise<unknown> {
  const response = await fetch(`${url}/v1/query`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ filter: { q: id }, page: { sort: { by: 'date', descending: true }, offset: 0, limit: 1 } }),
  });
  return answerSchema.parse(await response.json()).page?.items[0]?.title;
}

/** A new incident, like the first one of the store. */
async function incidentLike(id: string): Promise<Incident> {
  for await (const [first] of writer.eachIncident(1)) {
    if (first) return { ...first.incident, id, title: `Written ${id}` };
  }
  throw new Error('The store is empty');
}

async function write(id: string): Promise<number> {
  return writer.saveIncidents([await incidentLike(id)], { by: 'test', reason: 'several processes' });
}

it('has several servers on one database tell each other’s writes, outlive each other and see everything again', async () => {
  const first = start();
  const firstUrl = await first.url();
  const second = start();
  const secondUrl = await second.url();
  writer = await openStore({ dataDir: join(dataDir, 'unused'), databaseUrl: postgres.url });

  const revisions = announcedBy(secondUrl);
  await untilAnnounced(revisions, 1);
  await untilAnnounced(revisions, await write('warm-up'));
  const incident = await incidentLike('alpha1');
  const before = performance.now();
  const revision = await writer.saveIncidents([incident], { by: 'test', reason: 'several processes' });
  await untilAnnounced(revisions, revision);
  const told = performance.now();
  expect(await titleOf(secondUrl, 'alpha1')).toBe('Written alpha1');
  const seen = performance.now();
  await expect.poll(() => titleOf(firstUrl, 'alpha1'), SOON).toBe('Written alpha1');
  console.info(`a write was announced after ${ms(told - before)} and answered after ${ms(seen - before)}`);

  first.child.kill('SIGKILL');
  expect(await first.exit).toBeNull();
  await untilAnnounced(revisions, await write('beta2'));
  expect(await titleOf(secondUrl, 'beta2')).toBe('Written beta2');
  expect((await fetch(`${secondUrl}/readyz`)).status).toBe(200);

  const restarted = start();
  const restartedUrl = await restarted.url();
  for (const id of ['alpha1', 'beta2']) expect(await titleOf(restartedUrl, id)).toBe(`Written ${id}`);
  const answers = await Promise.all(
    [secondUrl, restartedUrl].map(async (url) => (await fetch(`${url}/v1/summary?unit=year&group=type`)).json()),
  );
  expect(answers[0]).toEqual(answers[1]);
  await revisions.return(undefined);
}, 240_000);

function ms(duration: number): string {
  return `${Math.round(duration)} ms`;
}
