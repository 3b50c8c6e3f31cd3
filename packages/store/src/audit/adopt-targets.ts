import type { Route, Site } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { selectSites } from '../read-incidents.ts';
import type { Schema } from '../schema.ts';
import { toRoute, toSite } from '../site-row.ts';
import { insertTargetVersions } from '../write-targets.ts';
import { inWriteTransaction, type WriteStamp } from '../write-transaction.ts';
import { toAct } from './to-act.ts';

const CHANGE = { by: 'corridor', reason: 'sites and routes got versions, which an older program had written without' };

/**
 * Gives the sites and routes that an older program loaded their first versions, in a revision of their own. Later calls
 * cost one look-up. Gives whether there was anything to do.
 */
export async function adoptTargets(db: Kysely<Schema>): Promise<boolean> {
  if (!(await isUnadopted(db))) return false;
  const act = toAct('targets.adopt', { kind: 'history', id: null }, CHANGE);
  let adopted = false;
  await inWriteTransaction(db, act, async (trx, stamp) => {
    // Another process may have done it while this one waited.
    adopted = await isUnadopted(trx);
    if (adopted) await giveFirstVersions(trx, stamp);
    return adopted;
  });
  return adopted;
}

async function isUnadopted(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ unadopted: boolean }>`
    select exists (select from site where version = 0) or exists (select from route where version = 0)
      as unadopted`.execute(db);
  return rows[0]?.unadopted === true;
}

async function giveFirstVersions(trx: Kysely<Schema>, stamp: WriteStamp): Promise<void> {
  const routes = await trx.selectFrom('route').selectAll().where('version', '=', 0).execute();
  const sites = await selectSites(trx).where('site.version', '=', 0).execute();
  const change = { ...CHANGE, ...stamp };
  await insertTargetVersions<Route>(trx, 'route', routes.map(toRoute).map(first), change);
  await insertTargetVersions<Site>(trx, 'site', sites.map(toSite).map(first), change);
  const next = { version: 1, revision: stamp.revision };
  await trx.updateTable('route').set(next).where('version', '=', 0).execute();
  await trx.updateTable('site').set(next).where('version', '=', 0).execute();
}

function first<Target>(record: Target) {
  return { record, version: 1 };
}
