import { type Maintenance, openMaintenance } from '@corridor/store';
import type { CommandContext } from './command.ts';

/** Opens the database for `work`, and closes it again whatever happens. */
export async function withMaintenance<T>(
  { database }: Pick<CommandContext, 'database'>,
  work: (maintenance: Maintenance) => Promise<T>,
): Promise<T> {
  const maintenance = await openMaintenance(database);
  try {
    return await work(maintenance);
  } finally {
    await maintenance.close();
  }
}
