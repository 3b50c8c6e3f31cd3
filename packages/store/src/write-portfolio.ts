import type { Portfolio } from '@corridor/domain';
import type { Kysely } from 'kysely';
import { insertRows } from './insert-rows.ts';
import type { Schema } from './schema.ts';
import { toRouteRow, toSiteRow } from './site-row.ts';
import { insertTargetVersions, linkSources, type TargetChange } from './write-targets.ts';

/** Writes all of a portfolio but its incidents, inside a transaction, into empty tables. */
export async function writePortfolio(
  trx: Kysely<Schema>,
  { info, sites, routes }: Pick<Portfolio, 'info' | 'sites' | 'routes'>,
  change: TargetChange,
): Promise<void> {
  await insertRows(trx, 'portfolio', [{ id: info.id, name: info.name }]);
  await insertRows(
    trx,
    'actor',
    info.actors.map(({ name, aliases, kind, note }, position) => ({ name, position, aliases, kind, note })),
  );
  const stamp = { version: 1, revision: change.revision };
  await insertRows(
    trx,
    'site',
    sites.map((site, position) => ({ ...toSiteRow(site, position), ...stamp })),
  );
  await insertRows(
    trx,
    'route',
    routes.map((route, position) => ({ ...toRouteRow(route, position), ...stamp })),
  );
  await linkSources(trx, sites);
  await insertTargetVersions(trx, 'route', routes.map(first), change);
  await insertTargetVersions(trx, 'site', sites.map(first), change);
}

function first<Target>(record: Target) {
  return { record, version: 1 };
}
