import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeIncidents } from '../../../lib/api/editing.ts';
import { ApiError } from '../../../lib/api/fetch-json.ts';
import { recordQuery } from '../../../lib/api/record.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './bulk-dialog.module.css';
import { BulkFields } from './bulk-fields.tsx';
import { bulkWanted, NO_BULK_VALUES } from './bulk-values.ts';
import { readVersions } from './read-versions.ts';

interface BulkDialogProps {
  /** The chosen records and their titles. */
  readonly titles: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  /** Told what was done, in words. */
  readonly onDone: (words: string) => void;
}

/** One change of many records: all of them are changed, or none, and then it says which stood in the way. */
export function BulkDialog({ onClose, onDone, titles }: BulkDialogProps) {
  const { t } = useTranslation(['bulk', 'common']);
  const format = useFormat();
  const queryClient = useQueryClient();
  const [values, setValues] = useState(NO_BULK_VALUES);
  const [reason, setReason] = useState('');
  const wanted = bulkWanted(values);
  const forget = () =>
    Promise.all([...titles.keys()].map((id) => queryClient.invalidateQueries({ queryKey: recordQuery(id).queryKey })));
  const changing = useMutation({
    mutationFn: async () => {
      if (!wanted) return;
      const items = await readVersions([...titles.keys()], (id) => queryClient.fetchQuery(recordQuery(id)));
      await changeIncidents({ reason: reason.trim(), items, ...wanted });
    },
    onSettled: forget,
    onSuccess: () =>
      onDone(
        t('bulk:done', {
          count: titles.size,
          formatted: format.count(titles.size),
          what: t(`bulk:part.${values.part}`),
        }),
      ),
  });
  const canSend = wanted !== null && reason.trim() !== '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (canSend && !changing.isPending) changing.mutate();
  };
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={t('bulk:title', { count: titles.size })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ title: classes.title ?? '' }}
    >
      <form className={classes.form} onSubmit={onSubmit} noValidate>
        <p className={classes.text}>{t('bulk:text')}</p>
        <BulkFields values={values} onChange={setValues} />
        <TextInput
          size="sm"
          label={t('bulk:reason')}
          withAsterisk
          aria-required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {changing.error && <Refusal error={changing.error} titles={titles} />}
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('bulk:cancel')}
          </Button>
          <Button type="submit" size="sm" disabled={!canSend} loading={changing.isPending}>
            {t('bulk:submit', { count: titles.size })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Why nothing was changed, and which records stood in the way. */
function Refusal({ error, titles }: { readonly error: Error; readonly titles: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('bulk');
  const isApi = error instanceof ApiError;
  const invalid = isApi ? error.invalid : [];
  const isStale = isApi && error.status === 412;
  return (
    <div className={classes.refusal} role="alert">
      <p>{isStale ? t('stale') : t('refused', { reason: error.message })}</p>
      <ul>
        {invalid.map(({ name, reason }) => (
          <li key={`${name} ${reason}`}>
            <b>{titles.get(name) ?? name}</b>
            {!isStale && `: ${reason}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
