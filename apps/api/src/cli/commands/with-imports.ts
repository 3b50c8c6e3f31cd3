import { randomUUID } from 'node:crypto';
import { loadPortfolio } from '@corridor/cpec-data';
import { createBoundaries } from '@corridor/geography';
import { openStore, type Store } from '@corridor/store';
import { fillOnce } from '../../fill-once.ts';
import { createImportContext } from '../../services/imports/create-import-context.ts';
import type { ImportDeps } from '../../services/imports/import-deps.ts';
import type { CommandContext } from './command.ts';

/** Who imports by a command, in the audit trail. */
export const OPERATOR = 'operator';

/** Opens the database to import, filled with the portfolio where it is empty, and closes it again whatever happens. */
export async function withImports<T>(
  { complain, database }: Pick<CommandContext, 'complain' | 'database'>,
  work: (deps: ImportDeps) => Promise<T>,
): Promise<T> {
  const loading = loadPortfolio();
  loading.catch(() => undefined);
  return withStore(database, async (store) => {
    const portfolio = await loading;
    await fillOnce(store, portfolio, complain);
    const { basemap, info } = portfolio;
    const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
    const context = createImportContext(portfolio, boundaries);
    return work({ store, boundaries, context, runner: randomUUID() });
  });
}

async function withStore<T>(database: CommandContext['database'], work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(database);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
