import type { Place, PlacePrecision, RowIssue } from '@corridor/domain';
import type { ImportContext } from './import-context.ts';
import { positionFault } from './position-fault.ts';
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
 * is not known becomes its province. Where names do not tell the district of a place, the polygon round its point does.
 */
export function placeOf(stated: StatedPlace, row: SourceRow, context: ImportContext, issues: RowIssue[]): Place | null {
  const { latitude, longitude } = stated;
  const fault = positionFault(stated, context.bounds);
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

interface Area {
  readonly province: string | null;
  readonly district: string | null;
}

function areaOf(stated: StatedPlace, row: SourceRow, context: ImportContext, issues: RowIssue[]): Area {
  const province = context.names.province(stated.province);
  const named = context.names.districts(stated.district);
  const candidates = province === null ? named : named.filter((it) => it.province === province);
  const [home, another] = candidates;
  const isShared = home !== undefined && candidates.every((it) => it.province === home.province);
  const known = province ?? (isShared ? home.province : null);
  const isFound = home !== undefined && !another;
  const area = isFound ? { province: home.province, district: home.name } : areaAround(stated, known, context);
  if (!isFound && stated.district !== '') {
    const elsewhere = named[0] ? `lies in ${named[0].province}, not ${province}` : 'is no known district';
    const reason = home ? 'may be one of several districts' : elsewhere;
    const taken = area.district === null ? '' : `: taken as ${area.district}, in which the point lies`;
    issues.push(issueAt(row, stated.columns.district, stated.district, `${reason}${taken}`));
  }
  if (province === null && stated.province !== '') {
    const taken = area.province === null ? '' : `: taken as ${area.province}`;
    issues.push(issueAt(row, stated.columns.province, stated.province, `is no known province${taken}`));
  }
  return area;
}

/** Where names do not say it: the district whose polygon holds the point, for a point that stands for a place. */
function areaAround(stated: StatedPlace, province: string | null, context: ImportContext): Area {
  const { latitude, longitude, precision } = stated;
  // The middle of a district that nobody named lies in that district; of one with an unknown name it may lie in a part of it.
  const isPlace = !AREAS.has(precision) || (precision === 'district' && stated.district === '');
  if (!isPlace || latitude === null || longitude === null) return { province, district: null };
  const district = context.districtAt(longitude, latitude);
  const [home, another] = district === null ? [] : context.names.districts(district);
  if (!home || another || (province !== null && home.province !== province)) return { province, district: null };
  return { province: home.province, district: home.name };
}

const AREAS: ReadonlySet<PlacePrecision> = new Set(['district', 'province', 'country']);

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
      issueAt(row, field, row.cells[field] ?? '', `does not bear out the precision “${claimed}”: taken as “${held}”`),
    );
    return held;
  }
}
