import { evidenceLost } from '@corridor/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm, FormRefusal } from '../../../components/dialog-form.tsx';
import { ReasonField } from '../../../components/reason-field.tsx';
import { ApiError, isStaleError } from '../../../lib/api/fetch-json.ts';
import type { IncidentDetail } from '../../../lib/api/record.ts';
import { changedFields } from '../../../lib/record-parts/changed-fields.ts';
import { incidentDraft } from '../../../lib/record-parts/incident-draft.ts';
import { ChangedMeanwhile } from '../workflow/changed-meanwhile.tsx';
import { broughtEvidence } from './brought-evidence.ts';
import { EvidenceKept } from './evidence-kept.tsx';
import { isFirstKept } from './is-first-kept.ts';
import { KeptChoice } from './kept-choice.tsx';
import type { Merged } from './merge-dialog.tsx';
import { MergeOutcome } from './merge-outcome.tsx';
import { MergeParts } from './merge-parts.tsx';
import { mergedDraft, type PartsFrom, takenParts } from './merged-draft.ts';
import classes from './merging.module.css';
import { useMerging } from './use-merging.ts';

export type Pair = readonly [IncidentDetail, IncidentDetail];

interface MergeFormProps {
  /** As they stand now. */
  readonly records: Pair;
  /** Goes back to choose another record; null where both were chosen before. */
  readonly onAnother: (() => void) | null;
  readonly onCancel: () => void;
  readonly onMerged: (merged: Merged) => void;
}

/** Two records beside each other: which stays, what it is to say, and what follows. */
export function MergeForm({ onAnother, onCancel, onMerged, records }: MergeFormProps) {
  const { t } = useTranslation(['merging', 'workflow', 'taxonomy']);
  const [keptId, setKeptId] = useState(() => (isFirstKept(...records) ? records[0].id : records[1].id));
  const [from, setFrom] = useState<PartsFrom>(new Map());
  const [reason, setReason] = useState('');
  // The versions that were looked at when it was decided: who changes one of them after that is noticed.
  const [seen, setSeen] = useState(() => versionsOf(records));
  const [kept, double] = keptId === records[0].id ? records : [records[1], records[0]];
  const merging = useMerging({ kept, double, seen, onMerged });
  const drafts = { kept: incidentDraft(kept), other: incidentDraft(double), otherId: double.id, from };
  const merged = mergedDraft(drafts);
  const brought = broughtEvidence(drafts.kept, drafts.other);
  const after = { ...kept, ...merged, sources: [...kept.sources, ...brought.sources] };
  const lost = evidenceLost(kept, after);
  const stale = records.filter(({ id, version }) => seen.get(id) !== version);
  const isBlocked = double.doubles.length > 0 || records.some(({ mergedInto }) => mergedInto !== null);
  const goOn = () => {
    merging.reset();
    setSeen(versionsOf(records));
  };
  return (
    <DialogForm
      submit={t('merging:submit')}
      canSubmit={reason.trim() !== '' && stale.length === 0 && !isBlocked && lost.length === 0}
      isPending={merging.isPending}
      onSubmit={() => merging.mutate({ reason: reason.trim(), changes: changedFields(drafts.kept, merged) })}
      onCancel={onCancel}
    >
      {stale.map((record) => (
        <ChangedMeanwhile
          key={record.id}
          record={record}
          name={record.title}
          seen={seen.get(record.id) ?? record.version}
          onGoOn={goOn}
        />
      ))}
      <KeptChoice records={records} keptId={keptId} onChoose={setKeptId} />
      {onAnother && (
        <Button variant="default" className={classes.another ?? ''} onClick={onAnother}>
          {t('merging:another')}
        </Button>
      )}
      <Blocked records={records} double={double} />
      <MergeParts
        records={records}
        keptId={keptId}
        from={from}
        onChoose={(part, id) => setFrom(new Map([...from, [part, id]]))}
      />
      <EvidenceKept kept={drafts.kept} brought={brought} />
      <MergeOutcome kept={kept} double={double} brought={brought} taken={takenParts(drafts)} />
      {lost.length > 0 && (
        <FormRefusal>
          {t('merging:blocked.loses', {
            status: t(`taxonomy:status.${kept.status}`).toLowerCase(),
            what: lost.map((key) => t(`workflow:missing.${key}`)).join('; '),
          })}
        </FormRefusal>
      )}
      <ReasonField value={reason} onChange={setReason} />
      {merging.error && !(stale.length > 0 && isStaleError(merging.error)) && <Refusal error={merging.error} />}
    </DialogForm>
  );
}

function versionsOf(records: Pair): ReadonlyMap<string, number> {
  return new Map(records.map(({ id, version }) => [id, version]));
}

/** Why the two cannot be merged as they are; nothing where they can. */
function Blocked({ double, records }: { readonly records: Pair; readonly double: IncidentDetail }) {
  const { t } = useTranslation('merging');
  const merged = records.find(({ mergedInto }) => mergedInto !== null);
  if (merged) return <FormRefusal>{t('blocked.merged', { title: merged.title })}</FormRefusal>;
  if (double.doubles.length > 0) return <FormRefusal>{t('blocked.bothHold')}</FormRefusal>;
  return null;
}

function Refusal({ error }: { readonly error: Error }) {
  const { t } = useTranslation('merging');
  return <FormRefusal>{isTooMany(error) ? t('blocked.tooMany') : t('failed', { reason: error.message })}</FormRefusal>;
}

/** Whether the two have more of something together than a record holds, which only a choice among it could mend. */
function isTooMany(error: Error): boolean {
  const names = ['changes.sources', 'changes.claims'];
  return error instanceof ApiError && error.status === 409 && error.invalid.some(({ name }) => names.includes(name));
}
