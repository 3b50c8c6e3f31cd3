import {
  type Actor,
  type District,
  OWN_ORIGIN,
  type Portfolio,
  type PortfolioInfo,
  type RowIssue,
} from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import { ACTOR_COLUMNS, readActor } from './actor-row.ts';
import { issueAt } from './cells.ts';
import { DISTRICT_COLUMNS, readDistrict } from './district-row.ts';
import { GAZETTEER_COLUMNS, readGazetteerPlace } from './gazetteer-row.ts';
import { INCIDENT_COLUMNS, type IncidentContext, readIncident } from './incident-row.ts';
import { daySummariesSchema, portfolioFileSchema } from './portfolio-file.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { createReferences } from './references.ts';
import { readRoutes } from './routes-file.ts';
import { readSite, SITE_COLUMNS } from './site-row.ts';
import { UniqueNames } from './unique-names.ts';

/** The data files by name, with a path relative to the data folder, as text. */
export const PORTFOLIO_FILES = [
  'portfolio.json',
  'day-summaries.json',
  'actors.csv',
  'districts.csv',
  'gazetteer.csv',
  'sites.csv',
  'routes.geojson',
  'incidents.csv',
  'basemap/base.topo.json',
  'basemap/rivers.topo.json',
  'basemap/disputed.topo.json',
  'basemap/cities.json',
] as const;
export type PortfolioTexts = Readonly<Record<(typeof PORTFOLIO_FILES)[number], string>>;

/**
 * Reads a portfolio from the texts of its files. Bad rows and links become `issues`, in file order; everything else is
 * in. Throws only where nothing could be shown at all: `portfolio.json`, `day-summaries.json` or the base map is broken.
 */
export function buildPortfolio(texts: PortfolioTexts): Portfolio {
  const issues: RowIssue[] = [];
  const { countryNames, ...described } = portfolioFileSchema.parse(JSON.parse(texts['portfolio.json']));
  const daySummaries = daySummariesSchema.parse(JSON.parse(texts['day-summaries.json'])).map(({ id }) => id);
  const base: unknown = JSON.parse(texts['basemap/base.topo.json']);

  const actors = readActors(texts, issues);
  const districts = readDistricts(texts, described, base, issues);
  const info: PortfolioInfo = { ...described, districts, actors };
  const references = createReferences(info, issues);
  const gazetteer = readTable('gazetteer.csv', texts, GAZETTEER_COLUMNS, issues, (row) =>
    readGazetteerPlace(row, references, issues),
  );

  const siteIds = new UniqueNames('id', issues);
  const sites = readTable('sites.csv', texts, SITE_COLUMNS, issues, (row) => {
    const site = readSite(row, references, issues);
    return site && siteIds.claim(site.id, row) ? site : null;
  });
  const routeIds = new UniqueNames('id', issues);
  const routes = readRoutes('routes.geojson', texts['routes.geojson'], references, routeIds, issues);

  const incidentIds = new UniqueNames('id', issues);
  const context: IncidentContext = {
    references,
    targets: { has: (id) => siteIds.has(id) || routeIds.has(id) },
    daySummaries: new Set(daySummaries),
    origin: OWN_ORIGIN,
    licence: info.licence,
  };
  const incidents = readTable('incidents.csv', texts, INCIDENT_COLUMNS, issues, (row) => {
    const incident = readIncident(row, context, issues);
    return incident && incidentIds.claim(incident.id, row) ? incident : null;
  });
  daySummaries.forEach((id, index) => {
    if (!incidentIds.has(id)) {
      issues.push(issueAt({ file: 'day-summaries.json', row: index + 1 }, 'id', id, 'is no known incident'));
    }
  });
  const basemap = {
    base,
    rivers: JSON.parse(texts['basemap/rivers.topo.json']),
    disputed: JSON.parse(texts['basemap/disputed.topo.json']),
    cities: JSON.parse(texts['basemap/cities.json']),
  };
  return { info, countryNames, basemap, gazetteer, sites, routes, incidents, issues };
}

type TableFile = Extract<keyof PortfolioTexts, `${string}.csv`>;

function readTable<T>(
  file: TableFile,
  texts: PortfolioTexts,
  columns: readonly string[],
  issues: RowIssue[],
  read: (row: CsvRow) => T | null,
): T[] {
  const table = readCsv(file, texts[file], columns);
  issues.push(...table.issues);
  return table.rows.flatMap((row) => read(row) ?? []);
}

/** An alias that already is another actor's name or alias is an issue and is left out. */
function readActors(texts: PortfolioTexts, issues: RowIssue[]): Actor[] {
  const names = new UniqueNames('name', issues);
  const rows: { readonly actor: Actor; readonly row: CsvRow }[] = [];
  readTable('actors.csv', texts, ACTOR_COLUMNS, issues, (row) => {
    const actor = readActor(row, issues);
    if (actor && names.claim(actor.name, row)) rows.push({ actor, row });
    return null;
  });
  const aliases = new UniqueNames('aliases', issues);
  for (const { actor, row } of rows) aliases.claim(actor.name, row);
  return rows.map(({ actor, row }) => ({
    ...actor,
    aliases: actor.aliases.filter((alias) => aliases.claim(alias, row)),
  }));
}

/** A district of an unknown province, or outside the bounds, is refused; one without a polygon stays, and is an issue. */
function readDistricts(
  texts: PortfolioTexts,
  { bounds, provinces }: Pick<PortfolioInfo, 'bounds' | 'provinces'>,
  base: unknown,
  issues: RowIssue[],
): District[] {
  const references = createReferences({ bounds, provinces, districts: [], actors: [] }, issues);
  const names = new UniqueNames('district', issues);
  const rowOf = new Map<District, CsvRow>();
  const districts = readTable('districts.csv', texts, DISTRICT_COLUMNS, issues, (row) => {
    const district = readDistrict(row, issues);
    if (!district || !references.isWithinBounds(district.longitude, district.latitude, row)) return null;
    if (references.province(district.province, row) === null || !names.claim(district.name, row)) return null;
    rowOf.set(district, row);
    return district;
  });
  const boundaries = createBoundaries(base, districts, provinces);
  for (const [district, row] of rowOf) {
    if (boundaries.districtPolygons(district.name)) continue;
    issues.push(issueAt(row, 'boundary_id', district.boundaryId, 'is no polygon of the base map'));
  }
  provinces.forEach(({ name, boundaryId }, index) => {
    if (boundaries.provincePolygons(name)) return;
    const row = { file: 'portfolio.json', row: index + 1 };
    issues.push(issueAt(row, 'provinces', boundaryId, 'is no polygon of the base map'));
  });
  return districts;
}
