import type { Incident } from '@corridor/domain';
import type { ImportIssue, StandingIncident } from '@corridor/store';
import type { ReadDeletion } from './read-pieces.ts';
import { textOf } from './text-of.ts';

/** What becomes of a record that its source took back. */
export interface DeletedComparison {
  readonly kind: 'deleted' | 'conflict';
  /** What the source says now: the same, retracted. */
  readonly imported: Incident;
  /** What is to stand; null where it stays as it is. */
  readonly record: Incident | null;
  readonly issue: ImportIssue;
}

/**
 * A record that its source took back is retracted, unless people changed it or merged others with it: then it stays, which
 * is a conflict. Null where there is nothing to take back: it is not here, is of another origin, is retracted, or the source
 * said so before.
 */
export function compareDeleted(
  { id, origin, row }: ReadDeletion,
  standing: StandingIncident | undefined,
): DeletedComparison | null {
  if (!standing || standing.withdrawn) return null;
  const { base, incident } = standing;
  if (incident.origin !== origin || base.origin !== origin) return null;
  if (incident.status === 'retracted' || base.status === 'retracted') return null;
  const imported: Incident = { ...base, status: 'retracted' };
  const why = whyItStays(standing);
  const issue = { row, field: 'id', value: id };
  return why === null
    ? {
        kind: 'deleted',
        imported,
        record: imported,
        issue: { ...issue, kind: 'deleted', reason: deletedReason(origin) },
      }
    : {
        kind: 'conflict',
        imported,
        record: null,
        issue: { ...issue, kind: 'conflict', reason: keptReason(origin, why) },
      };
}

function whyItStays({ base, hasDoubles, incident, mergedInto }: StandingIncident): string | null {
  if (mergedInto !== null) return `is merged into ${mergedInto}`;
  if (hasDoubles) return 'has others merged into it';
  return textOf(base) === textOf(incident) ? null : 'was changed by people here';
}

const deletedReason = (origin: string): string => `was deleted at the source (${origin}) and is retracted`;
const keptReason = (origin: string, why: string): string =>
  `was deleted at the source (${origin}), but ${why}: it stays as it is`;
