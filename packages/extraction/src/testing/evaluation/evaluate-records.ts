import { dayOf, type Incident, isoOf, VIOLENT_TYPES } from '@corridor/domain';
import { articleOfText } from '../../article-of-text.ts';
import { extractDrafts } from '../../extract-drafts.ts';
import type { ExtractionContext } from '../../extraction-context.ts';

/** What the rules find in the titles and summaries of records of violence, as people wrote them for other ends. */
export interface RecordsEvaluation {
  readonly records: number;
  /** Of those records, how many give a draft at all. */
  readonly found: number;
  /** Of the found ones, how many have the record's sub-type. */
  readonly typed: number;
  /** Of the found ones whose record has a district, how many have that. */
  readonly placed: number;
  readonly withDistrict: number;
}

export function evaluateRecords(incidents: readonly Incident[], context: ExtractionContext): RecordsEvaluation {
  const violent = incidents.filter(({ eventType }) => VIOLENT_TYPES.some((type) => type === eventType));
  const pairs = violent.map((incident) => ({ incident, drafts: draftsOf(incident, context) }));
  const found = pairs.filter(({ drafts }) => drafts.length > 0);
  const withDistrict = found.filter(({ incident }) => incident.place.district !== null);
  return {
    records: violent.length,
    found: found.length,
    typed: found.filter(({ drafts, incident }) => drafts.some((one) => one.subEventType === incident.subEventType))
      .length,
    placed: withDistrict.filter(({ drafts, incident }) =>
      drafts.some(({ place }) => place?.district === incident.place.district),
    ).length,
    withDistrict: withDistrict.length,
  };
}

/** A record read as a report of the day after. */
function draftsOf({ occurred, summary, title }: Incident, context: ExtractionContext) {
  const text = `${title}.\n${summary}`;
  const published = isoOf(dayOf(occurred.start) + 1);
  return extractDrafts({ ...articleOfText(text, { published }), title, text }, context).drafts.map(
    ({ draft }) => draft,
  );
}
