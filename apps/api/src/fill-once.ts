import type { Portfolio } from '@corridor/domain';
import type { Store } from '@corridor/store';

/** Loads the portfolio into an empty store; refuses one that was filled with another portfolio. */
export async function fillOnce(store: Store, portfolio: Portfolio, say: (line: string) => void): Promise<void> {
  const loaded = await store.portfolio();
  if (loaded !== null && loaded.id !== portfolio.info.id) {
    throw new Error(`The database holds the portfolio "${loaded.name}" and not "${portfolio.info.name}"`);
  }
  if (!(await store.isEmpty())) return;
  say(`Loading ${portfolio.incidents.length} incidents …`);
  if (portfolio.issues.length > 0) say(`${portfolio.issues.length} rows were refused; the log names each.`);
  await store.loadPortfolio(portfolio);
}
