import {
  ACTOR_CLAIMS,
  CERTAINTIES,
  DATE_PRECISIONS,
  DEVELOPMENT,
  DIMENSIONS,
  EVENT_TYPES,
  GRADES,
  PLACE_PRECISIONS,
  PRECISION_RADIUS_KM,
  SITE_SECTORS,
  SITE_STATUSES,
  SORT_KEYS,
  STATUSES,
  SUB_EVENT_TYPES,
  TARGET_TYPES,
  TIME_UNITS,
} from '@corridor/domain';
import type { Snapshot } from '../snapshot.ts';

/** What `severityOf` decides, in words. */
const SEVERITY_RULES = [
  { severity: 5, name: 'extreme', rule: '20 or more killed' },
  { severity: 4, name: 'severe', rule: '5 or more killed, or 20 or more wounded' },
  { severity: 3, name: 'serious', rule: 'anyone killed or abducted, or 5 or more wounded' },
  {
    severity: 2,
    name: 'minor',
    rule: 'anyone wounded, or an armed attack, explosion or violent riot without casualties',
  },
  { severity: 1, name: 'notable', rule: 'the rest' },
] as const;

/** Every value that a filter or a record can hold. */
export function describeTaxonomy({ known, revision }: Snapshot) {
  return {
    eventTypes: EVENT_TYPES.map((name) => ({
      name,
      violent: name !== DEVELOPMENT,
      subEventTypes: [...SUB_EVENT_TYPES[name]],
    })),
    targetTypes: TARGET_TYPES,
    statuses: STATUSES,
    grades: GRADES,
    actorClaims: ACTOR_CLAIMS,
    severities: SEVERITY_RULES,
    datePrecisions: DATE_PRECISIONS,
    placePrecisions: PLACE_PRECISIONS.map((name) => ({ name, radiusKm: PRECISION_RADIUS_KM[name] })),
    certainties: CERTAINTIES,
    siteSectors: SITE_SECTORS,
    siteStatuses: SITE_STATUSES,
    units: TIME_UNITS,
    dimensions: DIMENSIONS,
    sortKeys: SORT_KEYS,
    provinces: [...known.province].sort(),
    districts: [...known.district].sort(),
    actors: [...known.actor].sort(),
    revision,
  };
}
