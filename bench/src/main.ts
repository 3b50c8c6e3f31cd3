import { writeFileSync } from 'node:fs';
import { loadPortfolio } from '@corridor/cpec-data';
import limits from '../budget.json' with { type: 'json' };
import { type BenchGeography, loadBenchGeography } from './bench-geography.ts';
import { formatMap, measureMap } from './bench-map.ts';
import { measureRivals } from './bench-rivals.ts';
import { formatBrowserCosts } from './browser-cost.ts';
import { compareWithBudget, formatBudget, measureBudget } from './budget.ts';
import { formatComparison, formatForms, formatSpread, type Outcome } from './compare-rivals.ts';
import { describeMachine } from './describe-machine.ts';
import { formatSkew } from './describe-skew.ts';
import { formatCosts, measureEngineCost } from './engine-cost.ts';
import { formatFirstLoads } from './first-load.ts';
import { formatCount, formatMs } from './format-figures.ts';
import { measureHttp } from './http/bench-http.ts';
import { formatLoads, formatServers } from './http/format-http.ts';
import { measureImports } from './imports/bench-imports.ts';
import { describeCopy, formatImports } from './imports/format-imports.ts';
import { fileSource, type IncidentSource, seededSource } from './incident-source.ts';
import { formatPages, measureInBrowser } from './measure-in-browser.ts';
import { type Arguments, type Part, parseArguments, USAGE } from './parse-arguments.ts';
import { createReport, type Report } from './report.ts';
import { createWorkloads } from './rival-workloads.ts';
import { createSeededTable, type SeededTable } from './seeded-table.ts';
import { formatTableCosts, measureTableCost, type TableCost } from './table-cost.ts';

const HTTP_ROWS = 100_000;
const IMPORT_ROWS = 50_000;
const NAMES_OF_ENGINES = { memory: 'The engine in memory answers:', sql: 'The database answers (QUERY_ENGINE=sql):' };
/** What is measured for every size. */
const OF_TABLES: readonly Part[] = ['table', 'engine', 'rivals', 'map', 'browser'];
const RESULTS = new URL('../results.md', import.meta.url);

async function main(args: readonly string[]): Promise<void> {
  const wanted = parseArguments(args);
  const report = createReport(
    'Bench results',
    (text) => process.stdout.write(`${text}\n`),
    (page) => writeFileSync(RESULTS, page),
  );
  const geography = await loadBenchGeography();
  const source = wanted.file ? fileSource(wanted.file, geography, say) : seededSource(geography);
  report.text(`\`npm run bench${args.length > 0 ? ` -- ${args.join(' ')}` : ''}\`, on ${new Date().toISOString()}`);
  report.text(`${describeMachine()}\n- ${source.title}`);
  const startedAt = performance.now();
  if (wanted.parts.includes('skew')) await reportSkew(report, source, Math.min(100_000, Math.max(...wanted.rows)));
  if (wanted.parts.includes('budget')) await reportBudget(report, geography);
  if (wanted.parts.some((part) => OF_TABLES.includes(part))) await reportEngines(report, source, geography, wanted);
  if (wanted.parts.includes('http')) await reportHttp(report, source, geography, wanted.rows);
  if (wanted.parts.includes('imports')) await reportImports(report, source, wanted.rows);
  report.text(`The whole run took ${Math.round((performance.now() - startedAt) / 60_000)} minutes.`);
}

async function reportSkew(report: Report, source: IncidentSource, count: number): Promise<void> {
  const { incidents } = await loadPortfolio();
  report.heading('What the incidents are like, beside the portfolio that the product ships with');
  report.table(
    formatSkew([
      { name: 'this bench', incidents: source.create(count) },
      { name: 'portfolio', incidents },
    ]),
  );
}

/** The figures that `npm test` holds against budget.json. */
async function reportBudget(report: Report, geography: BenchGeography): Promise<void> {
  say('Measuring what the budget limits …');
  report.heading('The budget: shortest times of contestants that take turns, and bytes');
  report.table(formatBudget(compareWithBudget(await measureBudget(geography), limits)));
}

async function reportEngines(
  report: Report,
  source: IncidentSource,
  geography: BenchGeography,
  { rows, parts, rivalsUpTo }: Arguments,
): Promise<void> {
  const tableCosts: TableCost[] = [];
  const tables: SeededTable['table'][] = [];
  for (const count of rows) {
    say(`Making up ${formatCount(count)} incidents …`);
    const seeded = createSeededTable(source, count, geography);
    tables.push(seeded.table);
    if (parts.includes('table')) tableCosts.push(measureTableCost(seeded, geography));
    if (parts.includes('engine')) reportEngine(report, seeded, geography);
    if (parts.includes('rivals') && count <= rivalsUpTo) await reportRivals(report, seeded, geography);
    if (parts.includes('map')) reportMap(report, seeded, geography);
  }
  if (tableCosts.length > 0) {
    report.heading('The table: what it takes in memory and on the wire; each time is that of one cold run');
    report.table(formatTableCosts(tableCosts));
  }
  if (parts.includes('browser')) await reportBrowser(report, tables, geography);
}

function reportEngine(report: Report, { table, scan }: SeededTable, geography: BenchGeography): void {
  const count = formatCount(table.rowCount);
  const { changes, parts, firstSearchMs } = measureEngineCost(table, geography);
  const loop = { name: 'a loop over records, count and months only', timing: scan };
  report.heading(`${count} incidents: a filter change and everything that the map page shows for it, on one thread`);
  report.table(formatCosts('Filter change', [...changes, loop]));
  report.table(formatCosts('Event type on and off, totals and', parts));
  report.text(`The first search of a session also builds the index of words: ${formatMs(firstSearchMs)}.`);
}

async function reportRivals(report: Report, { table, columns }: SeededTable, geography: BenchGeography): Promise<void> {
  const workloads = createWorkloads(columns);
  const outcomes: readonly Outcome[] = await measureRivals(table, columns, geography, (name) => {
    say(`${formatCount(table.rowCount)} incidents: ${name} …`);
  });
  report.heading(`${formatCount(table.rowCount)} incidents: our engine and its rivals`);
  report.text(
    'The same rows and the same answers, checked equal before timing: totals, timeline by month and type, ten facets, ' +
      'each without its own part of the filter, as lists with the most frequent first, and bins of the map. Medians of one turn.',
  );
  report.table(formatComparison('Contestant', workloads, outcomes));
  report.text(formatForms(outcomes));
  report.table(formatSpread(workloads, outcomes));
}

function reportMap(report: Report, { table, columns }: SeededTable, geography: BenchGeography): void {
  report.heading(
    `${formatCount(table.rowCount)} incidents: the map alone, our bins and supercluster rebuilt for each filter`,
  );
  report.table(formatMap('Filter change', measureMap(table, columns, geography)));
}

async function reportBrowser(
  report: Report,
  tables: readonly SeededTable['table'][],
  geography: BenchGeography,
): Promise<void> {
  say('Opening the dashboard in a browser …');
  const { results, version } = await measureInBrowser(tables, geography);
  const worked = results.filter((result) => 'firstLoad' in result);
  report.heading(`The map page in ${version}: first with an empty cache, then again, no network between`);
  report.table(formatFirstLoads(worked.flatMap(({ firstLoad, nextLoad }) => [firstLoad, nextLoad])));
  report.table(formatPages(worked));
  report.heading(
    'The map page in the browser: from the input until the document holds the new count, until that is painted, and until the whole screen is',
  );
  for (const { title, changes } of worked) {
    if (changes.length > 0) report.table(formatBrowserCosts(`${title} incidents`, changes));
  }
  for (const result of results) {
    if ('failure' in result) report.text(`${result.title} incidents could not be measured: ${result.failure}`);
  }
}

/** A store is slow to fill: once, with as many incidents as a large deployment has. */
async function reportHttp(
  report: Report,
  source: IncidentSource,
  { bounds }: BenchGeography,
  rows: readonly number[],
): Promise<void> {
  const count = Math.min(HTTP_ROWS, Math.max(...rows));
  say(`Filling a store with ${formatCount(count)} incidents …`);
  const cost = await measureHttp(source.create(count), bounds);
  report.heading(`${formatCount(count)} incidents over HTTP: requests from another process on the loopback`);
  report.table(formatServers(cost));
  for (const server of cost.servers) {
    report.text(NAMES_OF_ENGINES[server.engine]);
    report.table(formatLoads(server));
  }
}

async function reportImports(report: Report, source: IncidentSource, rows: readonly number[]): Promise<void> {
  const count = Math.min(IMPORT_ROWS, Math.max(...rows));
  say(`Importing ${formatCount(count)} incidents …`);
  const cost = await measureImports(source.create(count));
  report.heading(`${formatCount(count)} incidents imported from a file of UCDP’s columns`);
  report.table(formatImports(cost));
  report.text(describeCopy(cost));
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n${USAGE}\n`);
  process.exit(1);
});
