import { loadBenchGeography } from './bench-geography.ts';
import { formatBrowserCosts } from './browser-cost.ts';
import { describeMachine } from './describe-machine.ts';
import { formatCosts, measureEngineCost } from './engine-cost.ts';
import { formatFirstLoads } from './first-load.ts';
import { formatCount, formatMs } from './format-figures.ts';
import { measureInBrowser } from './measure-in-browser.ts';
import { parseArguments, USAGE } from './parse-arguments.ts';
import { createSeededTable, type SeededTable } from './seeded-table.ts';
import { formatTableCosts, measureTableCost } from './table-cost.ts';

type Geography = Awaited<ReturnType<typeof loadBenchGeography>>;

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function main(args: readonly string[]): Promise<void> {
  const { browser, rows } = parseArguments(args);
  print(describeMachine());
  const geography = await loadBenchGeography();
  const tables = rows.map((count) => {
    process.stderr.write(`Making up ${formatCount(count)} incidents …\n`);
    return createSeededTable(count, geography);
  });
  printTables(tables, geography);
  printEngine(tables, geography);
  if (browser) await printBrowser(tables);
}

function printTables(tables: readonly SeededTable[], geography: Geography): void {
  print('\n== The table: what it takes in memory and on the wire; each time is that of one cold run');
  print(formatTableCosts(tables.map((seeded) => measureTableCost(seeded, geography))));
}

/** The parts of an answer are told apart for the largest table only. */
function printEngine(tables: readonly SeededTable[], geography: Geography): void {
  print('\n== The engine alone: a filter change and everything that the map page shows for it, on one thread');
  for (const { table, scan } of tables) {
    const count = formatCount(table.rowCount);
    const { changes, parts, firstSearchMs } = measureEngineCost(table, geography);
    const rival = { name: 'rival: a loop over records, count and months only', timing: scan };
    print(`\n${formatCosts(`${count} incidents`, [...changes, rival])}`);
    print(`The first search of a session also builds the index of words: ${formatMs(firstSearchMs)}`);
    if (table !== tables.at(-1)?.table) continue;
    print(`\n${formatCosts(`${count} incidents: event type on and off, totals and`, parts)}`);
  }
}

async function printBrowser(tables: readonly SeededTable[]): Promise<void> {
  process.stderr.write('Opening the dashboard in a browser …\n');
  const { results, version } = await measureInBrowser(tables.map(({ table }) => table));
  const worked = results.filter((result) => 'firstLoad' in result);
  print(`\n== The first load of the map page in ${version}: empty cache, no network between, gzip as the API sends it`);
  print(formatFirstLoads(worked.map(({ firstLoad }) => firstLoad)));
  print('\n== The map page in the browser: from the input until the count, and the whole screen, is painted');
  for (const { firstLoad, changes } of worked) {
    if (changes.length > 0) print(`\n${formatBrowserCosts(`${firstLoad.title} incidents`, changes)}`);
  }
  for (const result of results) {
    if ('failure' in result)
      print(`\n${result.title} incidents could not be measured in the browser: ${result.failure}`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n${USAGE}\n`);
  process.exit(1);
});
