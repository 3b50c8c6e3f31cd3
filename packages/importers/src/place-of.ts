import type { Place, PlacePrecision, RowIssue } from '@corridor/domain';
import type { ImportContext } from './import-context.ts';
import { issueAt, type SourceRow } from './source-row.ts';

/** What a source says of a place, and in which columns. */
export interface StatedPlace {
  readonly name: string;
  readonly province: string;
  readonly district: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: PlacePrecision;
  readonly columns: {
    readonly province: string;
    readonly district: string;
    readonly latitude: string;
    readonly longitude: string;
  };
}

/**
 * The place of a row in the portfolio's names. Null, with an issue, where its position cannot be right. A name that the
 * portfolio does not know is an issue and is left out, and the place is then as vague as what is left: a district that
 * is not known becomes its province. Where a source names no district, the polygon round the point does.
 */
export function placeOf(stated: StatedPlace, row: SourceRow, context: ImportContext, issues: RowIssue[]): Place | null {
  const { latitude, longitude } = stated;
  const fault = positionFault(stated, context);
  if (fault !== null) {
    const field = latitude === null ? stated.columns.longitude : stated.columns.latitude;
    issues.push(issueAt(row, field, `${latitude ?? ''}, ${longitude ?? ''}`, fault));
    return null;
  }
  const area = areaOf(stated, row, context, issues);
  const precision = honestPrecision(stated, area, row, issues);
  const isWide = precision === 'province' || precision === 'country';
  return {
    name: stated.name,
    province: precision === 'country' ? null : area.province,
    district: isWide ? null : area.district,
    latitude,
    longitude,
    precision,
  };
}

/** What is wrong with a position, in words; null where nothing is, or there is none. */
function positionFault({ latitude, longitude }: StatedPlace, { bounds }: ImportContext): string | null {
  if (latitude === null && longitude === null) return null;
  if (latitude === null || longitude === null) return 'has one coordinate without the other';
  if (latitude === 0 && longitude === 0) return 'is 0, 0: a position that was left out';
  const [west, south, east, north] = bounds;
  const isWithin = (lon: number, lat: number): boolean => west <= lon && lon <= east && south <= lat && lat <= north;
  if (isWithin(longitude, latitude)) return null;
  if (isWithin(latitude, longitude)) return 'lies outside the portfolio: latitude and longitude seem to be swapped';
  return `lies outside the portfolio (${south} to ${north}, ${west} to ${east})`;
}

interface Area {
  readonly province: string | null;
  readonly district: string | null;
}

function areaOf(stated: StatedPlace, row: SourceRow, context: ImportContext, issues: RowIssue[]): Area {
  const { names } = context;
  const province = names.province(stated.province);
  const candidates = names.districts(stated.district);
  const home =
    province === null
      ? candidates.length === 1
        ? candidates[0]
        : undefined
      : candidates.find((it) => it.province === province);
  if (home) return { province: home.province, district: home.name };
  if (stated.district !== '') {
    const other = candidates[0];
    const reason =
      other && province
        ? `lies in ${other.province}, not ${province}`
        : candidates.length > 1
          ? 'is a district of several provinces'
          : 'is no known district';
    issues.push(issueAt(row, stated.columns.district, stated.district, reason));
  }
  if (province === null && stated.province !== '') {
    issues.push(issueAt(row, stated.columns.province, stated.province, 'is no known province'));
  }
  return stated.district === '' ? areaAround(stated, province, context) : { province, district: null };
}

/** The district of a point whose source names none. */
function areaAround(
  { latitude, longitude, precision }: StatedPlace,
  province: string | null,
  context: ImportContext,
): Area {
  const isWide = precision === 'province' || precision === 'country';
  if (isWide || latitude === null || longitude === null) return { province, district: null };
  const district = context.districtAt(longitude, latitude);
  const [home, another] =
    district === null ? [] : context.names.districts(district).filter((it) => it.name === district);
  if (!home || another || (province !== null && home.province !== province)) return { province, district: null };
  return { province: home.province, district: home.name };
}

/** The precision that can be held to: what is left of the place may be vaguer than its source has it. */
function honestPrecision(
  stated: StatedPlace,
  { province, district }: Area,
  row: SourceRow,
  issues: RowIssue[],
): PlacePrecision {
  const area = district !== null ? 'district' : province !== null ? 'province' : 'country';
  const { precision, columns } = stated;
  if (precision === 'country') return precision;
  if (precision === 'province') return province === null ? less('province', 'country', columns.province) : precision;
  if (precision === 'district') return district === null ? less('district', area, columns.district) : precision;
  return stated.latitude === null ? less(precision, area, columns.latitude) : precision;

  function less(claimed: PlacePrecision, held: PlacePrecision, field: string): PlacePrecision {
    issues.push(
      issueAt(row, field, row.cells[field] ?? '', `cannot be placed as precisely as ${claimed}: taken as ${held}`),
    );
    return held;
  }
}
