import type { Actor, BBox, District, Province, RowIssue } from '@corridor/domain';
import { issueAt } from './cells.ts';
import type { CsvRow } from './read-csv.ts';

type RowAddress = Pick<CsvRow, 'file' | 'row'>;

/**
 * The names that rows may refer to. A reference that does not resolve is an issue and is answered with null; the row
 * that holds it stays.
 */
export interface References {
  actor(name: string, row: RowAddress): string | null;
  province(name: string, row: RowAddress): string | null;
  /** Null also for a district of another province than the one given. */
  district(name: string, province: string | null, row: RowAddress): string | null;
  /** Whether a position lies within the portfolio's bounds; an issue if it does not. */
  isWithinBounds(longitude: number, latitude: number, row: RowAddress): boolean;
}

/** Look-ups over what is already loaded, adding to `issues`. An actor's alias is answered with its name. */
export function createReferences(
  known: {
    readonly bounds: BBox;
    readonly provinces: readonly Province[];
    readonly districts: readonly District[];
    readonly actors: readonly Actor[];
  },
  issues: RowIssue[],
): References {
  const provinces = new Set(known.provinces.map(({ name }) => name));
  const provinceOfDistrict = new Map(known.districts.map(({ name, province }) => [name, province]));
  const names = new Set(known.actors.map(({ name }) => name));
  const nameOfAlias = new Map(known.actors.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name])));
  const [west, south, east, north] = known.bounds;

  function refuse(row: RowAddress, field: string, value: string, reason: string): null {
    issues.push(issueAt(row, field, value, reason));
    return null;
  }

  return {
    actor: (name, row) => {
      if (names.has(name)) return name;
      return nameOfAlias.get(name) ?? refuse(row, 'actor', name, 'is no known actor');
    },
    province: (name, row) => {
      if (name === '') return null;
      return provinces.has(name) ? name : refuse(row, 'admin1', name, 'is no known province');
    },
    district: (name, province, row) => {
      if (name === '') return null;
      const home = provinceOfDistrict.get(name);
      if (home === undefined) return refuse(row, 'admin2', name, 'is no known district');
      if (province !== null && home !== province)
        return refuse(row, 'admin2', name, `lies in ${home}, not ${province}`);
      return name;
    },
    isWithinBounds: (longitude, latitude, row) => {
      const fitsLatitude = south <= latitude && latitude <= north;
      const fitsLongitude = west <= longitude && longitude <= east;
      if (!fitsLatitude) refuse(row, 'latitude', String(latitude), `lies outside the portfolio (${south} to ${north})`);
      if (!fitsLongitude)
        refuse(row, 'longitude', String(longitude), `lies outside the portfolio (${west} to ${east})`);
      return fitsLatitude && fitsLongitude;
    },
  };
}
