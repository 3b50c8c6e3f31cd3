import { affectsChineseNationals, type IncidentSummary, severityOf, type TableIncident } from '@corridor/domain';

/** An incident as lists show it. */
export function toSummary(incident: TableIncident): IncidentSummary {
  const { actors, casualties, eventType, grade, occurred, place, subEventType } = incident;
  return {
    id: incident.id,
    title: incident.title,
    start: occurred.start,
    end: occurred.end,
    datePrecision: occurred.precision,
    eventType,
    subEventType,
    actors: [...new Set(actors.map(({ name }) => name))],
    actorClaim: actors[0]?.claim ?? 'unknown',
    targetType: incident.targetType,
    targetedSites: [...new Set(incident.targetedSites)],
    placeName: place.name,
    province: place.province,
    district: place.district,
    latitude: place.latitude,
    longitude: place.longitude,
    placePrecision: place.precision,
    ...casualties,
    severity: severityOf({
      eventType,
      subEventType,
      killed: casualties.killed?.best ?? null,
      wounded: casualties.wounded?.best ?? null,
      abducted: casualties.abducted?.best ?? null,
    }),
    status: incident.status,
    grade: `${grade.reliability}${grade.credibility}`,
    chinese: affectsChineseNationals(incident),
    summarisesDay: incident.summarisesDay,
    origin: incident.origin,
  };
}
