import type { Draft } from '@corridor/domain';
import type { Edit } from '../../lib/api/editing.ts';
import { ApiError } from '../../lib/api/fetch-json.ts';
import type { IncidentDetail } from '../../lib/api/record.ts';
import { randomKey } from '../../lib/random-key.ts';
import { changedFields } from '../../lib/record-parts/changed-fields.ts';
import { incidentDraft } from '../../lib/record-parts/incident-draft.ts';
import { isSame } from '../../lib/record-parts/is-same.ts';
import type { Attempt } from './drafts/draft-shelf.ts';

export interface FilingApi {
  readonly file: (draft: Draft, key: string) => Promise<IncidentDetail>;
  readonly change: (id: string, version: number, change: Edit) => Promise<IncidentDetail>;
}

export interface Filing {
  readonly draft: Draft;
  /** Of which it is not known whether it arrived. */
  readonly earlier: Attempt | null;
  /** Keeps what is under way, before it is; null once the answer is known. */
  readonly remember: (attempt: Attempt | null) => void;
  /** Why the record is changed right after it was made, if it comes to that. */
  readonly reason: string;
}

/**
 * Files a draft as one record, whatever became of an earlier attempt: that is sent again under its own key, and what was
 * typed since is a change of the record that it made.
 */
export async function fileOnce(filing: Filing, api: FilingApi): Promise<IncidentDetail> {
  const { draft, earlier, reason, remember } = filing;
  const attempt = earlier ?? { key: randomKey(), draft };
  remember(attempt);
  let filed: IncidentDetail;
  try {
    filed = await api.file(attempt.draft, attempt.key);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    remember(null);
    // The earlier attempt never became a record: what is typed now may.
    if (earlier && !isSame(earlier.draft, draft)) return fileOnce({ ...filing, earlier: null }, api);
    throw error;
  }
  const changes = changedFields(incidentDraft(filed), draft);
  if (isSame(attempt.draft, draft) || Object.keys(changes).length === 0) return filed;
  return api.change(filed.id, filed.version, { reason, changes });
}

/** Whether the server has said that it did not take it, and will not. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500 && !MAY_PASS.has(error.status);
}

/** Answers that are about the moment, not about what was sent: not signed in, too often, and a proxy's time-out. */
const MAY_PASS: ReadonlySet<number> = new Set([401, 403, 408, 429]);
