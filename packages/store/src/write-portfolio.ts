import type { Portfolio } from '@corridor/domain';
import type { Kysely } from 'kysely';
import { insertRows } from './insert-rows.ts';
import type { Schema } from './schema.ts';
import { toRouteRow, toSiteRow } from './site-row.ts';
import { toSourceRow } from './source-row.ts';
import { insertSources } from './write-incidents.ts';

/** Writes all of a portfolio but its incidents, inside a transaction, into empty tables. */
export async function writePortfolio(
  trx: Kysely<Schema>,
  { info, sites, routes }: Pick<Portfolio, 'info' | 'sites' | 'routes'>,
): Promise<void> {
  await insertRows(trx, 'portfolio', [{ id: info.id, name: info.name }]);
  await insertRows(
    trx,
    'actor',
    info.actors.map(({ name, aliases, kind, note }, position) => ({ name, position, aliases, kind, note })),
  );
  await insertRows(trx, 'site', sites.map(toSiteRow));
  await insertRows(trx, 'route', routes.map(toRouteRow));
  await insertSources(
    trx,
    sites.flatMap(({ sources }) => sources),
  );
  await insertRows(
    trx,
    'site_source',
    sites.flatMap(({ id, sources }) =>
      sources.map((source, position) => ({ site_id: id, position, source_id: toSourceRow(source).id })),
    ),
  );
}
