import { type RuleKey, STATUSES, type Status, statusOptions } from '@corridor/domain';
import { Radio } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm, FormRefusal, FormText } from '../../../components/dialog-form.tsx';
import { ReasonField } from '../../../components/reason-field.tsx';
import { isStaleError } from '../../../lib/api/fetch-json.ts';
import { type IncidentDetail, recordQuery } from '../../../lib/api/record.ts';
import { changeStatus, type StatusChange } from '../../../lib/api/workflow.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import classes from './status-dialog.module.css';

interface StatusDialogProps {
  readonly record: IncidentDetail;
  readonly personId: string;
  /** Chosen already, where the rules allow it: then only the reason is wanting. */
  readonly first?: Status | null;
  readonly onClose: () => void;
  /** Once the record has the status. */
  readonly onDone: (status: Status) => void;
}

/** Gives a record another status, of those that may follow, each with what is missing for it. */
export function StatusDialog({ first = null, onClose, onDone, personId, record }: StatusDialogProps) {
  const { t } = useTranslation(['workflow', 'taxonomy']);
  const options = statusOptions(record, { reportedBy: record.reportedBy?.id ?? null, by: personId });
  const [to, setTo] = useState(
    options.find((option) => option.to === first && option.missing.length === 0)?.to ?? null,
  );
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const [wantsReason] = useState(to !== null);
  const [reason, setReason] = useState('');
  // The version that was looked at when it was decided: who changes the record after that is noticed.
  const [seen, setSeen] = useState(record.version);
  const changing = useStatusChange(record.id, seen, onDone);
  const chosen = options.find((option) => option.to === to);
  const isStale = record.version !== seen;
  const canSend = chosen?.missing.length === 0 && reason.trim() !== '' && !isStale;
  const goOn = () => {
    changing.reset();
    setSeen(record.version);
    // The button that was pressed goes.
    reasonField.current?.focus();
  };
  return (
    <Dialog title={t('workflow:title')} onClose={onClose}>
      <DialogForm
        submit={
          chosen
            ? t('workflow:submit', { status: t(`taxonomy:status.${chosen.to}`).toLowerCase() })
            : t('workflow:choose')
        }
        canSubmit={canSend}
        isPending={changing.isPending}
        onSubmit={() => {
          if (chosen) changing.mutate({ to: chosen.to, reason: reason.trim() });
        }}
        onCancel={onClose}
      >
        <FormText>
          <b>{record.title}</b>
          <br />
          {t('workflow:now', { status: t(`taxonomy:status.${record.status}`) })}
        </FormText>
        {isStale && <ChangedMeanwhile record={record} seen={seen} onGoOn={goOn} />}
        <Radio.Group
          label={t('workflow:next')}
          value={chosen?.to ?? null}
          onChange={(value) => setTo(STATUSES.find((status) => status === value) ?? null)}
        >
          <div className={classes.options}>
            {options.map((option) => (
              <Radio
                key={option.to}
                size="sm"
                value={option.to}
                label={t(`taxonomy:status.${option.to}`)}
                description={<OptionWords to={option.to} missing={option.missing} />}
              />
            ))}
          </div>
        </Radio.Group>
        <ReasonField value={reason} onChange={setReason} field={reasonField} isFirst={wantsReason} />
        {changing.error && !isStaleError(changing.error) && (
          <FormRefusal>{t('workflow:failed', { reason: changing.error.message })}</FormRefusal>
        )}
      </DialogForm>
    </Dialog>
  );
}

/** What a status means, or what is missing for it. */
function OptionWords({ missing, to }: { readonly to: Status; readonly missing: readonly RuleKey[] }) {
  const { t } = useTranslation('workflow');
  if (missing.length === 0) return t(`means.${to}`);
  return (
    <span className={classes.missing}>
      {t('notYet', { what: missing.map((key) => t(`missing.${key}`)).join('; ') })}
    </span>
  );
}

/** Sends the change; where somebody was quicker, the record is read again, as it stands now. */
function useStatusChange(id: string, version: number, onDone: (status: Status) => void) {
  const queryClient = useQueryClient();
  const { queryKey } = recordQuery(id);
  return useMutation({
    mutationFn: (change: StatusChange) => changeStatus(id, version, change),
    onSuccess: (record) => {
      queryClient.setQueryData(queryKey, record);
      onDone(record.status);
    },
    onError: async () => queryClient.invalidateQueries({ queryKey }),
  });
}
