import { evidenceLost } from '@corridor/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm, FormRefusal, FormText } from '../../../components/dialog-form.tsx';
import { ReasonField } from '../../../components/reason-field.tsx';
import { isStaleError } from '../../../lib/api/fetch-json.ts';
import type { IncidentDetail } from '../../../lib/api/record.ts';
import { incidentDraft } from '../../../lib/record-parts/incident-draft.ts';
import { ChangedMeanwhile } from '../workflow/changed-meanwhile.tsx';
import { EvidenceLots } from './evidence-lots.tsx';
import { PartFields } from './part-fields.tsx';
import { type Shared, shareEvidence } from './share-evidence.ts';
import { SplitOutcome } from './split-outcome.tsx';
import { splitOf, startSplit } from './split-values.ts';
import { TollShares } from './toll-shares.tsx';
import { useSplitting } from './use-splitting.ts';

interface SplitDialogProps {
  readonly record: IncidentDetail;
  readonly onClose: () => void;
  /** Told the new record. */
  readonly onSplit: (part: IncidentDetail) => void;
}

/** Makes two records of one that tells of two events: shares out its sources, claims and casualties. */
export function SplitDialog({ onClose, onSplit, record }: SplitDialogProps) {
  const { t } = useTranslation(['splitting', 'workflow', 'taxonomy']);
  const draft = incidentDraft(record);
  const [values, setValues] = useState(() => startSplit(draft));
  const [reason, setReason] = useState('');
  // The version that was looked at when it was decided: who changes the record after that is noticed.
  const [seen, setSeen] = useState(record.version);
  const splitting = useSplitting(record.id, seen, onSplit);
  const shared = shareEvidence(draft, values.lots);
  const split = splitOf(draft, values);
  const lost = evidenceLost(record, { ...record, sources: [...shared.stays.sources] });
  const isStale = record.version !== seen;
  const isShared = record.sources.length === 0 || hasSources(shared);
  const goOn = () => {
    splitting.reset();
    setSeen(record.version);
  };
  return (
    <Dialog title={t('splitting:title')} wide onClose={onClose}>
      <DialogForm
        submit={t('splitting:submit')}
        canSubmit={split !== null && isShared && lost.length === 0 && reason.trim() !== '' && !isStale}
        isPending={splitting.isPending}
        onSubmit={() => {
          if (split) splitting.mutate({ ...split, reason: reason.trim() });
        }}
        onCancel={onClose}
      >
        {isStale && <ChangedMeanwhile record={record} seen={seen} onGoOn={goOn} />}
        <FormText>{t('splitting:intro', { title: record.title })}</FormText>
        <EvidenceLots draft={draft} lots={values.lots} onChange={(lots) => setValues({ ...values, lots })} />
        <PartFields draft={draft} values={values} onChange={setValues} />
        <TollShares draft={draft} values={values} onChange={setValues} />
        <SplitOutcome record={record} shared={shared} />
        {!isShared && <FormText>{t('splitting:sources.needed')}</FormText>}
        {lost.length > 0 && (
          <FormRefusal>
            {t('splitting:loses', {
              status: t(`taxonomy:status.${record.status}`).toLowerCase(),
              what: lost.map((key) => t(`workflow:missing.${key}`)).join('; '),
            })}
          </FormRefusal>
        )}
        <ReasonField value={reason} onChange={setReason} />
        {splitting.error && !(isStale && isStaleError(splitting.error)) && (
          <FormRefusal>{t('splitting:failed', { reason: splitting.error.message })}</FormRefusal>
        )}
      </DialogForm>
    </Dialog>
  );
}

function hasSources({ goes, stays }: Shared): boolean {
  return goes.sources.length > 0 && stays.sources.length > 0;
}
