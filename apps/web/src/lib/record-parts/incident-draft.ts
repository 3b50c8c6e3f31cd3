import type { Draft } from '@corridor/domain';
import type { IncidentDetail } from '../api/record.ts';

/** What of a record, as the API shows it, a person has written. */
export function incidentDraft(record: IncidentDetail): Draft {
  const { title, summary, occurred, eventType, subEventType, actors, target, targetType, place, casualties } = record;
  const { claims, sources, grade, targetedSites, projectSite, notes, summarisesDay } = record;
  return {
    ...{ title, summary, occurred, eventType, subEventType, actors, target, targetType, place, casualties },
    ...{ claims, sources, grade, targetedSites, projectSite, notes, summarisesDay },
  };
}
