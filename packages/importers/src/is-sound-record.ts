import { CASUALTY_KINDS, hasOwnSubType, type Incident, MAX_TOLL, parseDay } from '@corridor/domain';

const ID = /^[a-z0-9][a-z0-9._:-]{0,127}$/;

/**
 * Whether incidentSchema takes a record as it stands, for one whose types the compiler has seen: only values are looked at.
 * False says nothing; the schema must then be asked, which takes some forty times as long. A property holds the two together.
 */
export function isSoundRecord(record: Incident): boolean {
  const { title, summary, target, projectSite, notes, origin, licence, sources, claims, targetedSites } = record;
  return (
    ID.test(record.id) &&
    isWithin(title, 1, 500) &&
    isWithin(summary, 0, 20_000) &&
    isWithin(target, 0, 500) &&
    isWithin(projectSite, 0, 300) &&
    isWithin(notes, 0, 20_000) &&
    isWithin(origin, 1, 100) &&
    isWithin(licence, 1, 100) &&
    claims.length === 0 &&
    sources.length === 0 &&
    targetedSites.length === 0 &&
    isSoundSpan(record.occurred) &&
    hasOwnSubType(record) &&
    record.actors.length <= 20 &&
    record.actors.every(({ name }) => isWithin(name, 1, 200)) &&
    isSoundPlace(record.place) &&
    CASUALTY_KINDS.every((kind) => isSoundToll(record.casualties[kind]))
  );
}

function isWithin(text: string, least: number, most: number): boolean {
  return text.length >= least && text.length <= most;
}

function isSoundSpan({ start, end }: Incident['occurred']): boolean {
  return parseDay(start) !== null && (start === end || parseDay(end) !== null) && start <= end;
}

function isSoundPlace({ name, province, district, latitude, longitude, precision }: Incident['place']): boolean {
  const isPoint =
    latitude === null || longitude === null
      ? latitude === longitude
      : Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return (
    isPoint &&
    isWithin(name, 0, 300) &&
    (province === null || isWithin(province, 1, 100)) &&
    (district === null ? precision !== 'district' : isWithin(district, 1, 100))
  );
}

function isSoundToll(toll: Incident['casualties']['killed']): boolean {
  if (toll === null) return true;
  const { low, best, high } = toll;
  return isCount(low) && isCount(best) && isCount(high) && low <= best && best <= high;
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= MAX_TOLL;
}
