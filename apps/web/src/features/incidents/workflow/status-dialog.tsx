import { type RuleKey, STATUSES, type Status, statusOptions } from '@corridor/domain';
import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../../components/key-cap.tsx';
import { ApiError } from '../../../lib/api/fetch-json.ts';
import { type IncidentDetail, recordQuery } from '../../../lib/api/record.ts';
import { changeStatus, type StatusChange } from '../../../lib/api/workflow.ts';
import { pressedKey } from '../../../lib/keys/pressed-key.ts';
import { useKeyWords } from '../../../lib/keys/use-key-words.ts';
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
  const { t } = useTranslation(['workflow', 'taxonomy', 'common']);
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
  const { ariaOf } = useKeyWords();
  const chosen = options.find((option) => option.to === to);
  const isStale = record.version !== seen;
  const canSend = chosen?.missing.length === 0 && reason.trim() !== '' && !isStale;
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (canSend && !changing.isPending) changing.mutate({ to: chosen.to, reason: reason.trim() });
  };
  const goOn = () => {
    changing.reset();
    setSeen(record.version);
    // The button that was pressed goes.
    reasonField.current?.focus();
  };
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={t('workflow:title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ title: classes.title ?? '' }}
      onKeyDown={(event) => {
        if (pressedKey(event, 'statusSave')) submit(event);
      }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <p className={classes.text}>
          <b>{record.title}</b>
          <br />
          {t('workflow:now', { status: t(`taxonomy:status.${record.status}`) })}
        </p>
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
        <Textarea
          size="sm"
          label={t('workflow:reason')}
          description={t('workflow:reasonNote')}
          withAsterisk
          aria-required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          ref={reasonField}
          data-autofocus={wantsReason || undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {changing.error && !isConflict(changing.error) && (
          <p className={classes.refusal} role="alert">
            {t('workflow:failed', { reason: changing.error.message })}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('workflow:cancel')}
          </Button>
          <Button
            type="submit"
            size="sm"
            aria-keyshortcuts={ariaOf('statusSave')}
            disabled={!canSend}
            loading={changing.isPending}
          >
            {chosen
              ? t('workflow:submit', { status: t(`taxonomy:status.${chosen.to}`).toLowerCase() })
              : t('workflow:choose')}{' '}
            <KeyCap command="statusSave" />
          </Button>
        </div>
      </form>
    </Modal>
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

function isConflict(error: Error): boolean {
  return error instanceof ApiError && error.status === 412;
}
