import initial from './0001-initial.sql?raw';
import keysAndMerges from './0002-keys-and-merges.sql?raw';
import projection from './0003-projection.sql?raw';
import auditTrail from './0004-audit-trail.sql?raw';
import accounts from './0005-accounts.sql?raw';
import writing from './0006-writing.sql?raw';
import retracted from './0007-retracted.sql?raw';
import sitesAndRoutes from './0008-sites-and-routes.sql?raw';
import imports from './0009-imports.sql?raw';
import feeds from './0010-feeds.sql?raw';
import originsAndDoubles from './0011-origins-and-doubles.sql?raw';
import deletedAtSource from './0012-deleted-at-source.sql?raw';
import whatFilesSaid from './0013-what-files-said.sql?raw';

/** One step of the schema. Its text never changes once it has been released: later changes are new migrations. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** All migrations in order. Imported as text, so that they are part of every bundle. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'initial', sql: initial },
  { number: 2, name: 'keys-and-merges', sql: keysAndMerges },
  { number: 3, name: 'projection', sql: projection },
  { number: 4, name: 'audit-trail', sql: auditTrail },
  { number: 5, name: 'accounts', sql: accounts },
  { number: 6, name: 'writing', sql: writing },
  { number: 7, name: 'retracted', sql: retracted },
  { number: 8, name: 'sites-and-routes', sql: sitesAndRoutes },
  { number: 9, name: 'imports', sql: imports },
  { number: 10, name: 'feeds', sql: feeds },
  { number: 11, name: 'origins-and-doubles', sql: originsAndDoubles },
  { number: 12, name: 'deleted-at-source', sql: deletedAtSource },
  { number: 13, name: 'what-files-said', sql: whatFilesSaid },
];
