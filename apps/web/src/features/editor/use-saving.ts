import type { Draft } from '@corridor/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeIncident } from '../../lib/api/editing.ts';
import { ApiError } from '../../lib/api/fetch-json.ts';
import { type IncidentDetail, recordQuery } from '../../lib/api/record.ts';
import { changedFields } from '../../lib/record-parts/changed-fields.ts';
import { incidentDraft } from '../../lib/record-parts/incident-draft.ts';
import type { DraftKeeper } from './drafts/draft-keeper.ts';
import { type FilingApi, fileOnce } from './file-once.ts';
import type { FormStore } from './form-store.ts';
import { draftToForm } from './values/draft-to-form.ts';
import { formToDraft } from './values/form-to-draft.ts';
import { compareVersions } from './versions/compare-versions.ts';

/** Somebody else has changed the record meanwhile. */
export interface Conflict {
  readonly mine: Draft;
  readonly theirs: IncidentDetail;
}

interface SavingProps {
  /** The record that is changed; null for a new one. */
  readonly id: string | null;
  /** How a new one is filed. */
  readonly file: FilingApi['file'];
  readonly store: FormStore;
  readonly keeper: DraftKeeper;
  /** Null where there was nothing to change. */
  readonly onSaved: (record: IncidentDetail | null) => void;
  /** The server has refused fields. */
  readonly onRefused: () => void;
}

/** Saves the form: a new record exactly once, a change only of the version that it began with. */
export function useSaving({ file, id, keeper, onRefused, onSaved, store }: SavingProps) {
  const { t } = useTranslation('editor');
  const queryClient = useQueryClient();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const finish = (record: IncidentDetail | null) => {
    keeper.discard();
    if (record) queryClient.setQueryData(recordQuery(record.id).queryKey, record);
    onSaved(record);
  };
  const change = async (recordId: string, draft: Draft): Promise<IncidentDetail | null> => {
    const { base } = keeper;
    if (base === null) throw new Error(`The draft of a change of ${recordId} has no version to start from`);
    const changes = changedFields(formToDraft(draftToForm(base.draft)), draft);
    if (Object.keys(changes).length === 0) return null;
    return changeIncident(recordId, base.version, { reason: store.values().reason.trim(), changes });
  };
  /** What stands now; null where it is what the draft says already: an answer that was lost. */
  const findConflict = async (recordId: string, mine: Draft): Promise<Conflict | IncidentDetail> => {
    const theirs = await queryClient.fetchQuery({ ...recordQuery(recordId), staleTime: 0 });
    const base = keeper.base?.draft ?? mine;
    return compareVersions(base, mine, incidentDraft(theirs)).length === 0 ? theirs : { mine, theirs };
  };
  const saving = useMutation({
    // Without a network it fails at once, and the form says so.
    networkMode: 'always',
    mutationFn: async (draft: Draft): Promise<{ readonly record: IncidentDetail | null } | Conflict> => {
      if (id === null) {
        const filing = { draft, earlier: keeper.attempt, remember: keeper.remember, reason: t('afterFiling') };
        return { record: await fileOnce(filing, { file, change: changeIncident }) };
      }
      try {
        return { record: await change(id, draft) };
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 412)) throw error;
        const found = await findConflict(id, draft);
        return 'mine' in found ? found : { record: found };
      }
    },
    onSuccess: (saved) => {
      if ('record' in saved) finish(saved.record);
      else setConflict(saved);
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || error.invalid.length === 0) return;
      store.refuse(error.invalid);
      onRefused();
    },
  });
  return { saving, conflict, closeConflict: () => setConflict(null) };
}
