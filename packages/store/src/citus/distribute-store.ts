import pg from 'pg';
import { prepareDatabase } from '../prepare-database.ts';
import { StoreError, toStoreError } from '../store-error.ts';
import { distributionStatements } from './distribution.ts';

/**
 * Spreads the store of a PostgreSQL server over the nodes of its Citus cluster, by incident; gives false when that was
 * done before. To be run once, on the coordinator, with no other program on the database: existing rows are moved. The
 * coordinator itself must be a node (citus_set_coordinator_host), since its own tables refer to reference tables. Throws
 * StoreError `unreachable`, `version`, or `query-failed` where the extension is not installed.
 */
export async function distributeStore(databaseUrl: string): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await prepareDatabase(pool);
    await checkExtension(pool);
    if (await isDistributed(pool)) return false;
    for (const statement of distributionStatements()) await pool.query(statement);
    return true;
  } catch (error) {
    throw toStoreError(error);
  } finally {
    await pool.end();
  }
}

async function checkExtension(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query("select from pg_extension where extname = 'citus'");
  if (rowCount === 0) {
    throw new StoreError('query-failed', 'the database has no Citus: create extension citus and add its nodes first');
  }
}

async function isDistributed(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query("select from pg_dist_partition where logicalrelid = 'incident_text'::regclass");
  return rowCount === 1;
}
