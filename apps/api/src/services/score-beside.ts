import {
  type DuplicateScore,
  daysApart,
  type IncidentSummary,
  MAX_DAYS_APART,
  scoreDuplicate,
  type UnfinishedDraft,
} from '@corridor/domain';
import { type Boundaries, distanceBetween, uncertaintyOf } from '@corridor/geography';

/** How likely a record tells of the event of a draft, by where both may have been, which is measured where the days allow. */
export function scoreBeside(
  boundaries: Boundaries,
  draft: UnfinishedDraft,
  incident: IncidentSummary,
  sharesSource: boolean,
): DuplicateScore {
  if (daysApart(draft.occurred, incident) > MAX_DAYS_APART) return { score: 0, reasons: [] };
  const one = draft.place ? uncertaintyOf(draft.place, boundaries) : null;
  const other = uncertaintyOf({ ...incident, precision: incident.placePrecision }, boundaries);
  const distance = one && other && distanceBetween(one, other);
  return scoreDuplicate(draft, incident, { distance, sharesSource });
}
