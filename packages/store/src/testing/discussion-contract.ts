import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QueueRequest } from '../read-queue.ts';
import type { Store } from '../store.ts';
import { anIncident } from './any-incident.ts';
import type { TestStorage } from './store-contract.ts';

/** What every store keeps to of what people say and do about incidents, and of the queue of those to be looked at. */
export function describeDiscussionContract(name: string, makeStorage: () => Promise<TestStorage>): void {
  describe(`${name} store’s discussion and queue`, { timeout: 120_000 }, () => {
    let storage: TestStorage;
    let store: Store;
    beforeEach(async () => {
      storage = await makeStorage();
      store = await storage.open();
      await store.accounts.query(
        `insert into person (id, name, email, email_verified, role, active)
         select id, id, id || '@example.org', true, 'analyst', true from unnest($1::text[]) id`,
        [['amna', 'li']],
      );
    });
    afterEach(async () => {
      await store.close();
      await storage.remove();
    });

    test('comments are entries of the audit trail, in order, and cannot be taken back', async () => {
      const first = await store.discussion.comment('one', 'amna', 'Who saw it?\nNobody – کوئی نہیں');
      const second = await store.discussion.comment('one', 'li', 'I ask.');
      await store.discussion.comment('two', 'li', 'Another.');
      expect(await store.discussion.comments('one')).toEqual([first, second]);
      expect(first).toMatchObject({ by: 'amna', text: 'Who saw it?\nNobody – کوئی نہیں', id: '1' });
      expect(new Date(first.at).toISOString()).toBe(first.at);
      expect(await store.discussion.comments('three')).toEqual([]);
      expect([...(await store.discussion.commentCounts(['one', 'two', 'three']))].sort()).toEqual([
        ['one', 2],
        ['two', 1],
      ]);
      expect(await store.auditEntries()).toHaveLength(3);
      expect(await store.revision()).toBe(0);
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });

    test('an incident has one assignee, and each change of it is an act of somebody', async () => {
      await store.discussion.assign('one', 'amna', 'li');
      await store.discussion.assign('one', 'amna', 'li');
      await store.discussion.assign('one', 'li', 'amna');
      await store.discussion.assign('two', 'li', 'li');
      expect([...(await store.discussion.assignees(['one', 'two', 'three']))].sort()).toEqual([
        ['one', 'li'],
        ['two', 'li'],
      ]);
      await store.discussion.assign('one', null, 'amna');
      await store.discussion.assign('one', null, 'amna');
      expect(await store.discussion.assignees(['one'])).toEqual(new Map());
      expect(
        (await store.auditEntries()).map(({ action, actor, detail, subject }) => [action, actor, subject.id, detail]),
      ).toEqual([
        ['incident.assign', 'li', 'one', { person: 'amna' }],
        ['incident.assign', 'amna', 'one', { person: 'li' }],
        ['incident.assign', 'li', 'two', { person: 'li' }],
        ['incident.assign', 'amna', 'one', { person: null }],
      ]);
      await expect(store.discussion.assign('one', 'nobody', 'li')).rejects.toMatchObject({ code: 'invalid-record' });
      expect((await store.auditHead()).position).toBe(4);
    });

    test('watching is each person’s own', async () => {
      await store.discussion.watch('one', 'amna');
      await store.discussion.watch('one', 'amna');
      await store.discussion.watch('one', 'li');
      await store.discussion.watch('two', 'li');
      expect(await store.discussion.watchers('one')).toEqual(['amna', 'li']);
      await store.discussion.unwatch('one', 'li');
      await store.discussion.unwatch('one', 'li');
      expect(await store.discussion.watchers('one')).toEqual(['amna']);
      expect(await store.discussion.watched('li', ['one', 'two', 'three'])).toEqual(new Set(['two']));
    });

    test('that two are two events is kept in either order, once, and each change of it is an act of somebody', async () => {
      await store.discussion.setApart(['two', 'one'], true, 'amna');
      await store.discussion.setApart(['one', 'two'], true, 'li');
      await store.discussion.setApart(['two', 'three'], true, 'li');
      expect(await store.discussion.apartAmong(['three', 'two', 'one'])).toEqual([
        ['one', 'two'],
        ['three', 'two'],
      ]);
      expect(await store.discussion.apartAmong(['one', 'three'])).toEqual([]);
      await store.discussion.setApart(['one', 'two'], false, 'li');
      await store.discussion.setApart(['two', 'one'], false, 'li');
      expect(await store.discussion.apartAmong(['one', 'two'])).toEqual([]);
      expect(
        (await store.auditEntries()).map(({ action, actor, detail, subject }) => [action, actor, subject.id, detail]),
      ).toEqual([
        ['incident.apart', 'amna', 'two', { other: 'one', apart: true }],
        ['incident.apart', 'li', 'two', { other: 'three', apart: true }],
        ['incident.apart', 'li', 'one', { other: 'two', apart: false }],
      ]);
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });

    test('the queue has what counts and has one of the statuses, in its order, page by page', async () => {
      const killed = (best: number) => ({ ...anIncident('x').casualties, killed: { low: best, best, high: best } });
      await store.saveIncidents(
        [
          anIncident('mild', { casualties: killed(0) }),
          anIncident('grave', { casualties: killed(30), status: 'disputed' }),
          anIncident('sure', { casualties: killed(30), status: 'confirmed' }),
          anIncident('double', { casualties: killed(30) }),
        ],
        { by: 'amna', reason: 'filed' },
      );
      await store.saveIncidents([anIncident('late', { casualties: killed(30) })], { by: 'li', reason: 'filed' });
      await store.mergeIncidents(['double'], 'sure', { by: 'li', reason: 'the same' });
      await store.saveIncidents([anIncident('mild', { notes: 'edited' })], { by: 'li', reason: 'more' });
      const ask = async (request: Partial<QueueRequest> = {}) => {
        const page = await store.queue({
          order: 'severity',
          statuses: ['reported', 'disputed'],
          limit: 10,
          ...request,
        });
        return { ids: page.rows.map(({ id }) => id), total: page.total, last: page.rows.at(-1) };
      };
      expect(await ask()).toMatchObject({ ids: ['grave', 'late', 'mild'], total: 3 });
      expect(await ask({ order: 'age' })).toMatchObject({ ids: ['mild', 'grave', 'late'], total: 3 });
      for (const order of ['severity', 'age'] as const) {
        const whole = (await ask({ order })).ids;
        const first = await ask({ order, limit: 1 });
        const rest = await ask({ order, after: first.last });
        expect([...first.ids, ...rest.ids]).toEqual(whole);
        expect(rest.total).toBe(3);
      }
      expect(await ask({ statuses: ['confirmed'] })).toMatchObject({ ids: ['sure'] });
      await store.discussion.assign('late', 'li', 'li');
      await store.discussion.watch('mild', 'amna');
      expect(await ask({ assignee: 'li' })).toMatchObject({ ids: ['late'], total: 1 });
      expect(await ask({ assignee: 'amna' })).toMatchObject({ ids: [], total: 0 });
      expect(await ask({ assignee: null })).toMatchObject({ ids: ['grave', 'mild'] });
      expect(await ask({ watcher: 'amna' })).toMatchObject({ ids: ['mild'] });
      const filings = await store.filings(['mild', 'late', 'no-such-id']);
      expect([...filings].map(([id, { by }]) => [id, by]).sort()).toEqual([
        ['late', 'li'],
        ['mild', 'amna'],
      ]);
    });
  });
}
