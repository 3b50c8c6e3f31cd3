import { distributeStore, StoreError } from '@corridor/store';

/** `DATABASE_URL=postgresql://coordinator/… npm run distribute`, in apps/api: spreads the store over a Citus cluster, once. */
async function main(): Promise<number> {
  const url = process.env.DATABASE_URL;
  if (!url) {
    process.stderr.write('Set DATABASE_URL to the database on the coordinator of the Citus cluster.\n');
    return 1;
  }
  try {
    const wasDone = await distributeStore(url);
    process.stdout.write(wasDone ? 'The store is distributed.\n' : 'The store was distributed before.\n');
    return 0;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    process.stderr.write(`The store cannot be distributed: ${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main();
