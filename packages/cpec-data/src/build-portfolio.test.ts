import { formatIssue, type Portfolio } from '@corridor/domain';
import { expect, test } from 'vitest';
import { buildPortfolio, type PortfolioTexts, readPortfolioTexts } from './index.ts';

const texts = await readPortfolioTexts();
const good = buildPortfolio(texts);
const INCIDENTS = 473;

/** Row 6 of each file is broken in these tests; its id says which record must be missing or changed. */
const ROW = 6;
const broken = good.incidents[ROW - 2];
if (!broken) throw new Error('Expected incidents to break');
const id = broken.id;

interface Case {
  readonly what: string;
  readonly change: Readonly<Record<string, string>>;
  readonly issue: string;
}

const refused: readonly Case[] = [
  {
    what: 'a date that does not exist',
    change: { date: '2009-02-30' },
    issue: 'date: must be an existing date, written YYYY-MM-DD (got "2009-02-30")',
  },
  {
    what: 'an unknown event type',
    change: { event_type: 'Mayhem' },
    issue:
      'event_type: must be one of: Explosions/Remote violence, Battles, Violence against civilians, Riots, Protests, Strategic developments (got "Mayhem")',
  },
  {
    what: 'a sub-event type of another event type',
    change: { event_type: 'Battles', sub_event_type: 'Peaceful protest' },
    issue: 'sub_event_type: sub-event type must belong to the event type (got "Peaceful protest")',
  },
  {
    what: 'a negative toll',
    change: { killed: '-3' },
    issue: 'killed: must be a whole number from 0 to 1000000, or blank (got "-3")',
  },
  {
    what: 'a toll that nobody can believe',
    change: { attackers_killed: '2000000' },
    issue: 'attackers_killed: must be a whole number from 0 to 1000000, or blank (got "2000000")',
  },
  {
    what: 'an end before its beginning',
    change: { date: '2020-05-02', end_date: '2020-05-01', date_precision: 'day' },
    issue: 'end_date: start must not be after end (got "2020-05-01")',
  },
  { what: 'a blank title', change: { title: ' ' }, issue: 'title: must not be blank (got " ")' },
  {
    what: 'an id that no address can hold',
    change: { id: 'Not an id' },
    issue: 'id: must be lower-case letters, digits, . _ : -, at most 128 of them (got "Not an id")',
  },
];

test.each(refused)('refuses an incident with $what, and nothing else', ({ change, issue }) => {
  const portfolio = buildPortfolio(withIncident(change));
  expect(portfolio.issues.map(formatIssue)).toEqual([`incidents.csv row ${ROW}, ${issue}`]);
  expectOnlyMissing(portfolio, id);
});

test('refuses an incident with swapped coordinates, naming both', () => {
  const portfolio = buildPortfolio(withIncident({ latitude: '66.99', longitude: '24.86' }));
  expect(portfolio.issues.map(formatIssue)).toEqual([
    `incidents.csv row ${ROW}, latitude: lies outside the portfolio (23.4 to 37.3) (got "66.99")`,
    `incidents.csv row ${ROW}, longitude: lies outside the portfolio (60.5 to 77.6) (got "24.86")`,
  ]);
  expectOnlyMissing(portfolio, id);
});

test('keeps the first of two incidents with one id', () => {
  const first = good.incidents[0];
  const portfolio = buildPortfolio(withIncident({ id: first?.id ?? '' }));
  expect(portfolio.issues.map(formatIssue)).toEqual([
    `incidents.csv row ${ROW}, id: is given twice (got "${first?.id}")`,
  ]);
  expectOnlyMissing(portfolio, id);
});

const linksDropped: readonly (Case & { readonly left: Partial<Portfolio['incidents'][number]> })[] = [
  {
    what: 'site link',
    change: { targeted_sites: 'gwadar-port;atlantis' },
    issue: 'targeted_sites: is no known site or route (got "atlantis")',
    left: { targetedSites: ['gwadar-port'] },
  },
  {
    what: 'actor',
    change: { actor: 'BLA; Martians', actor_claimed: 'yes' },
    issue: 'actor: is no known actor (got "Martians")',
    left: { actors: [{ name: 'BLA', claim: 'claimed' }] },
  },
  {
    what: 'district',
    change: { admin2: 'Mordor', geo_precision: '3' },
    issue: 'admin2: is no known district (got "Mordor")',
    left: { place: { ...broken.place, district: null, precision: 'province' } },
  },
  {
    what: 'second source',
    change: { source2_url: 'javascript:alert(1)' },
    issue: 'source2_url: is no web address (got "javascript:alert(1)")',
    left: { sources: broken.sources.slice(0, 1) },
  },
];

test.each(linksDropped)('drops only an unresolved $what of an incident', ({ change, issue, left }) => {
  const portfolio = buildPortfolio(withIncident(change));
  expect(portfolio.issues.map(formatIssue)).toEqual([`incidents.csv row ${ROW}, ${issue}`]);
  expect(portfolio.incidents).toHaveLength(INCIDENTS);
  expect(portfolio.incidents[ROW - 2]).toMatchObject(left);
});

test('reports every faulty cell of a row at once', () => {
  const { issues } = buildPortfolio(withIncident({ date: 'soon', killed: 'many', latitude: 'north' }));
  expect(issues.map(({ field }) => field)).toEqual(['date', 'latitude', 'killed']);
});

test('skips a truncated line and reads on', () => {
  const lines = texts['incidents.csv'].split('\n');
  const short = `${id},2010-01-01`;
  lines[ROW - 1] = short;
  const portfolio = buildPortfolio({ ...texts, 'incidents.csv': lines.join('\n') });
  expect(portfolio.issues.map(formatIssue)).toEqual([
    `incidents.csv row ${ROW}: has 2 cells instead of 34 (got "${short}")`,
  ]);
  expectOnlyMissing(portfolio, id);
});

test('skips a line cut within a quoted cell and reads on', () => {
  const lines = texts['incidents.csv'].split('\n');
  lines[ROW - 1] = `${id},2010-01-01,,day,A title,"A summary that never`;
  const portfolio = buildPortfolio({ ...texts, 'incidents.csv': lines.join('\n') });
  expect(portfolio.issues.map(({ file, row, reason }) => `${file} ${row} ${reason}`)).toEqual([
    `incidents.csv ${ROW} has a broken quote`,
  ]);
  expectOnlyMissing(portfolio, id);
});

test('keeps markup as the text it is', () => {
  const markup = '<img src=x onerror="alert(1)"> & <b>bold</b>';
  const portfolio = buildPortfolio(withIncident({ title: markup, summary: markup }));
  expect(portfolio.issues).toEqual([]);
  expect(portfolio.incidents[ROW - 2]).toMatchObject({ title: markup, summary: markup });
});

test('reads a file with a byte order mark and Windows or Unix line ends alike', () => {
  const windows = `\uFEFF${texts['incidents.csv'].replace(/\r?\n/g, '\r\n')}`;
  const portfolio = buildPortfolio({ ...texts, 'incidents.csv': windows });
  expect(portfolio.issues).toEqual([]);
  expect(portfolio.incidents).toEqual(good.incidents);
  const unix = buildPortfolio({ ...texts, 'incidents.csv': texts['incidents.csv'].replace(/\r?\n/g, '\n') });
  expect(unix.incidents).toEqual(good.incidents);
});

test('a missing column is one issue, and the other files are in', () => {
  const portfolio = buildPortfolio({ ...texts, 'incidents.csv': 'id,date\nx,2020-01-01' });
  expect(portfolio.issues[0]).toEqual({
    file: 'incidents.csv',
    row: 1,
    field: 'end_date',
    value: '',
    reason: 'column is missing',
  });
  expect(portfolio.incidents).toEqual([]);
  expect(portfolio.sites).toEqual(good.sites);
});

test('an alias of two actors stays with the first', () => {
  const actors = `${texts['actors.csv'].trimEnd()}\nNewcomers,BLA;Majeed Brigade;The New,militant,\n`;
  const portfolio = buildPortfolio({ ...texts, 'actors.csv': actors });
  expect(portfolio.issues.map(({ field, value }) => [field, value])).toEqual([
    ['aliases', 'BLA'],
    ['aliases', 'Majeed Brigade'],
  ]);
  expect(portfolio.info.actors.at(-1)?.aliases).toEqual(['The New']);
  expect(portfolio.incidents).toEqual(good.incidents);
});

test('a district without a polygon is an issue and stays', () => {
  const districts = texts['districts.csv'].replace(',gwadar,own', ',atlantis,own');
  const portfolio = buildPortfolio({ ...texts, 'districts.csv': districts });
  expect(portfolio.issues.map(({ file, field, value, reason }) => [file, field, value, reason])).toEqual([
    ['districts.csv', 'boundary_id', 'atlantis', 'is no polygon of the base map'],
  ]);
  expect(portfolio.info.districts).toHaveLength(good.info.districts.length);
});

test('refuses a bad site and a bad route, and drops the links to them', () => {
  const portfolio = buildPortfolio({
    ...texts,
    'sites.csv': texts['sites.csv'].replace(/^(gwadar-port,[^,]*),port,/m, '$1,harbour,'),
    'routes.geojson': texts['routes.geojson'].replace('"id": "n35-kkh"', '"id": "N 35"'),
  });
  const links = good.incidents.flatMap(({ targetedSites }) =>
    targetedSites.filter((target) => target === 'gwadar-port' || target === 'n35-kkh'),
  );
  const [site, route, ...others] = portfolio.issues;
  expect([site?.file, site?.field, site?.value]).toEqual(['sites.csv', 'sector', 'harbour']);
  expect([route?.file, route?.row, route?.field, route?.value]).toEqual([
    'routes.geojson',
    1,
    'properties.id',
    '"N 35"',
  ]);
  expect(others.map(({ field, value }) => `${field} ${value}`)).toEqual(links.map((link) => `targeted_sites ${link}`));
  expect(portfolio.sites).toHaveLength(good.sites.length - 1);
  expect(portfolio.routes).toHaveLength(good.routes.length - 1);
  expect(portfolio.incidents).toHaveLength(INCIDENTS);
});

test('a day summary that names no incident is an issue', () => {
  const portfolio = buildPortfolio({ ...texts, 'day-summaries.json': '[{"id":"no-such-day","reason":"why"}]' });
  expect(portfolio.issues.map(formatIssue)).toEqual([
    'day-summaries.json row 1, id: is no known incident (got "no-such-day")',
  ]);
});

function withIncident(change: Readonly<Record<string, string>>): PortfolioTexts {
  const lines = texts['incidents.csv'].split('\n');
  const header = (lines[0] ?? '').trim().split(',');
  const cells = splitLine(lines[ROW - 1] ?? '');
  lines[ROW - 1] = header
    .map((column, index) => change[column] ?? cells[index] ?? '')
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',');
  return { ...texts, 'incidents.csv': lines.join('\n') };
}

function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

function expectOnlyMissing(portfolio: Portfolio, missing: string): void {
  expect(portfolio.incidents).toEqual(good.incidents.filter((incident) => incident.id !== missing));
  expect(portfolio.sites).toEqual(good.sites);
}
