import { type Kysely, sql } from 'kysely';
import { readTableIncidents } from '../read-table-incidents.ts';
import type { Schema } from '../schema.ts';
import { StoreError } from '../store-error.ts';
import { inTransaction } from '../transaction.ts';
import { DERIVATION } from './projection-rows.ts';
import { Projector } from './projector.ts';

const BATCH = 2000;

/**
 * Makes the whole projection anew where it was made in an older way, or not yet: in one transaction, about as long as
 * writing the incidents took. Gives whether it had to. Throws StoreError `version` for one of a newer program.
 */
export async function bringUpToDate(db: Kysely<Schema>): Promise<boolean> {
  if (!(await isOlder(db))) return false;
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('revision').select('value').forUpdate().execute();
    // Another process may have done it while this one waited.
    if (!(await isOlder(trx))) return false;
    await sql`truncate incident_fact, incident_text`.execute(trx);
    const projector = new Projector(trx);
    for (let after = 0; ; ) {
      const batch = await readTableIncidents(trx, after, BATCH);
      const last = batch.at(-1);
      if (!last) break;
      await projector.put(batch);
      after = last.key;
    }
    await trx.updateTable('revision').set({ derivation: DERIVATION }).execute();
    return true;
  });
}

async function isOlder(db: Kysely<Schema>): Promise<boolean> {
  const { derivation } = await db.selectFrom('revision').select('derivation').executeTakeFirstOrThrow();
  if (derivation > DERIVATION) {
    throw new StoreError(
      'version',
      `the database's projection is of kind ${derivation}, this program makes kind ${DERIVATION}: use a newer one`,
    );
  }
  return derivation < DERIVATION;
}
