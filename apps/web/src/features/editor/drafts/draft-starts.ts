import type { UnfinishedDraft } from '@corridor/domain';
import type { IncidentDetail } from '../../../lib/api/record.ts';
import { randomKey } from '../../../lib/random-key.ts';
import { incidentDraft } from '../../../lib/record-parts/incident-draft.ts';
import { toldDraft } from '../../../lib/record-parts/told-draft.ts';
import { draftToForm } from '../values/draft-to-form.ts';
import { EMPTY_FORM } from '../values/form-values.ts';
import type { DraftStart } from './draft-keeper.ts';
import type { ShelvedDraft } from './draft-shelf.ts';

/** No record's id holds the sign after it. */
const EDIT_KEY = /^edit:([^#]+)#/;
const READ_KEY = /^read:([^#]+)#/;

/** A new record, of which nothing is known. */
export function startEmpty(): DraftStart {
  return { key: `new:${randomKey()}`, values: EMPTY_FORM, pristine: EMPTY_FORM, base: null, attempt: null };
}

/** A change of a record as it stands. */
export function startChange(record: IncidentDetail): DraftStart {
  const base = { version: record.version, draft: incidentDraft(record) };
  const values = draftToForm(base.draft);
  return { key: `edit:${record.id}#${randomKey()}`, values, pristine: values, base, attempt: null };
}

/** A new record, of which an article tells. */
export function startRead(id: string, draft: UnfinishedDraft): DraftStart {
  const values = draftToForm(toldDraft(draft));
  return { key: `read:${id}#${randomKey()}`, values, pristine: values, base: null, attempt: null };
}

/** What somebody typed before. */
export function startShelved({ attempt, base, key, values }: ShelvedDraft): DraftStart {
  return { key, values, base, attempt, pristine: base ? draftToForm(base.draft) : EMPTY_FORM };
}

/** The record that a draft is a change of; null for a new one. */
export function editedId(key: string): string | null {
  return EDIT_KEY.exec(key)?.[1] ?? null;
}

/** The draft of an article that is being filed; null where it is none. */
export function readDraftId(key: string): string | null {
  return READ_KEY.exec(key)?.[1] ?? null;
}
