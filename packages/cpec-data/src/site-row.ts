import { type RowIssue, SITE_SECTORS, SITE_STATUSES, type Site, siteSchema } from '@corridor/domain';
import { z } from 'zod';
import { codeCell, issueAt, numberCell, optionalNumberCell, readCells, requiredCell, textCell } from './cells.ts';
import { precisionOf } from './incident-row.ts';
import type { CsvRow } from './read-csv.ts';
import type { References } from './references.ts';
import { readSources } from './sources.ts';

const siteCells = z.object({
  id: requiredCell,
  name: requiredCell,
  sector: codeCell(SITE_SECTORS),
  kind: textCell,
  status: codeCell(SITE_STATUSES),
  corridor: textCell,
  admin1: requiredCell,
  admin2: requiredCell,
  location: textCell,
  latitude: numberCell,
  longitude: numberCell,
  geo_precision: codeCell(['1', '2', '3']),
  capacity: optionalNumberCell,
  capacity_unit: textCell,
  cost_musd: optionalNumberCell,
  operator: textCell,
  chinese_partner: textCell,
  start_year: optionalNumberCell,
  completion_year: optionalNumberCell,
  radius_km: numberCell,
  source_publisher: textCell,
  source_title: textCell,
  source_url: textCell,
  source2_url: textCell,
  notes: textCell,
});

export const SITE_COLUMNS: readonly string[] = Object.keys(siteCells.shape);

/**
 * One row of `sites.csv` as a site. Null, with the reasons added to `issues`, for a row that cannot be taken. A province
 * or district that is not known is an issue; the site keeps the name as given.
 */
export function readSite(row: CsvRow, references: References, issues: RowIssue[]): Site | null {
  const cells = readCells(row, siteCells, issues);
  if (!cells || !references.isWithinBounds(cells.longitude, cells.latitude, row)) return null;
  const province = references.province(cells.admin1, row);
  const district = references.district(cells.admin2, province, row);
  const result = siteSchema.safeParse({
    id: cells.id,
    name: cells.name,
    sector: cells.sector,
    kind: cells.kind,
    status: cells.status,
    corridor: cells.corridor,
    province: cells.admin1,
    district: cells.admin2,
    location: cells.location,
    latitude: cells.latitude,
    longitude: cells.longitude,
    precision: precisionOf(cells.geo_precision, province, district),
    radiusKm: cells.radius_km,
    capacity: cells.capacity,
    capacityUnit: cells.capacity_unit,
    costMusd: cells.cost_musd,
    operator: cells.operator,
    chinesePartner: cells.chinese_partner,
    startYear: cells.start_year,
    completionYear: cells.completion_year,
    sources: readSources(cells, row, issues),
    notes: cells.notes,
  } satisfies Site);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) {
    const field = COLUMNS[String(path[0])] ?? String(path[0] ?? '');
    issues.push(issueAt(row, field, row.cells[field] ?? '', message));
  }
  return null;
}

const COLUMNS: Readonly<Record<string, string>> = {
  radiusKm: 'radius_km',
  capacityUnit: 'capacity_unit',
  costMusd: 'cost_musd',
  chinesePartner: 'chinese_partner',
  startYear: 'start_year',
  completionYear: 'completion_year',
  province: 'admin1',
  district: 'admin2',
};
