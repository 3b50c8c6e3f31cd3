import { readFile } from 'node:fs/promises';
import type { Portfolio } from '@corridor/domain';
import { buildPortfolio, PORTFOLIO_FILES, type PortfolioTexts } from './build-portfolio.ts';

/**
 * Reads the portfolio from this package's `data` folder. Bad rows are `issues` of the result. Throws when a file cannot
 * be read, or when `portfolio.json`, `day-summaries.json` or the base map is broken.
 */
export async function loadPortfolio(): Promise<Portfolio> {
  return buildPortfolio(await readPortfolioTexts());
}

/** The texts of the data files, as `buildPortfolio` takes them. */
export async function readPortfolioTexts(): Promise<PortfolioTexts> {
  const read = (name: string) => readFile(new URL(`../data/${name}`, import.meta.url), 'utf8');
  const entries = await Promise.all(PORTFOLIO_FILES.map(async (name) => [name, await read(name)] as const));
  return completeTexts(Object.fromEntries(entries));
}

/** Guarantees a text for every file: the entries come from PORTFOLIO_FILES itself. */
function completeTexts(texts: Readonly<Record<string, string>>): PortfolioTexts {
  return texts as PortfolioTexts;
}
