import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm, FormRefusal, FormText } from '../../../components/dialog-form.tsx';
import { changeIncidents } from '../../../lib/api/editing.ts';
import { ApiError } from '../../../lib/api/fetch-json.ts';
import { recordQuery } from '../../../lib/api/record.ts';
import { useFormat } from '../../../lib/use-format.ts';
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
  const { t } = useTranslation('bulk');
  const format = useFormat();
  const queryClient = useQueryClient();
  const [values, setValues] = useState(NO_BULK_VALUES);
  const [reason, setReason] = useState('');
  const wanted = bulkWanted(values);
  const versions = useVersions([...titles.keys()]);
  const lookAgain = async () => {
    await Promise.all(
      [...titles.keys()].map((id) => queryClient.invalidateQueries({ queryKey: recordQuery(id).queryKey })),
    );
    await versions.refetch();
  };
  const changing = useMutation({
    mutationFn: async () => {
      if (!wanted || !versions.data) return;
      await changeIncidents({ reason: reason.trim(), items: [...versions.data], ...wanted });
    },
    onSettled: lookAgain,
    onSuccess: () =>
      onDone(
        t('done', {
          count: titles.size,
          formatted: format.count(titles.size),
          what: t(`part.${values.part}`),
        }),
      ),
  });
  const canSend = wanted !== null && reason.trim() !== '' && versions.data !== undefined;
  return (
    <Dialog title={t('title', { count: titles.size })} onClose={onClose}>
      <DialogForm
        submit={t('submit', { count: titles.size })}
        canSubmit={canSend}
        isPending={changing.isPending}
        onSubmit={() => changing.mutate()}
        onCancel={onClose}
      >
        <FormText>{t('text')}</FormText>
        <BulkFields values={values} onChange={setValues} />
        <TextInput
          size="sm"
          label={t('reason')}
          withAsterisk
          aria-required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {versions.error && <Refusal error={versions.error} titles={titles} />}
        {changing.error && <Refusal error={changing.error} titles={titles} />}
      </DialogForm>
    </Dialog>
  );
}

/**
 * The versions of the records as they are when the dialog opens: who changes one after that is noticed. Static, since news of
 * a change has everything else read again, and a version taken from that would hide the change.
 */
function useVersions(ids: readonly string[]) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: ['versions', ids],
    queryFn: () => readVersions(ids, (id) => queryClient.fetchQuery(recordQuery(id))),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  });
}

/** Why nothing was changed, and which records stood in the way. */
function Refusal({ error, titles }: { readonly error: Error; readonly titles: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('bulk');
  const isApi = error instanceof ApiError;
  const invalid = isApi ? error.invalid : [];
  const isStale = isApi && error.status === 412;
  return (
    <FormRefusal>
      <p>{isStale ? t('stale') : t('refused', { reason: error.message })}</p>
      <ul>
        {invalid.map(({ name, reason }) => (
          <li key={`${name} ${reason}`}>
            <b>{titles.get(name) ?? name}</b>
            {!isStale && `: ${reason}`}
          </li>
        ))}
      </ul>
    </FormRefusal>
  );
}
