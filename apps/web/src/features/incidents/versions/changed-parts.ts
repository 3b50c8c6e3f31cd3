import { draftOf, type Incident } from '@corridor/domain';
import { DRAFT_PARTS, type DraftPart, readPart } from '../../../lib/record-parts/draft-parts.ts';
import { isSame } from '../../../lib/record-parts/is-same.ts';

export type ChangedPart = DraftPart | 'status';

/** In what a version of a record differs from the one before, in the order in which a record is read. */
export function changedParts(before: Incident, after: Incident): readonly ChangedPart[] {
  const [old, now] = [draftOf(before), draftOf(after)];
  const parts = DRAFT_PARTS.filter((part) => !isSame(readPart(old, part), readPart(now, part)));
  return before.status === after.status ? parts : ['status', ...parts];
}
