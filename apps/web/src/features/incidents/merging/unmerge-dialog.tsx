import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm, FormRefusal, FormText } from '../../../components/dialog-form.tsx';
import { ReasonField } from '../../../components/reason-field.tsx';
import { unmergeIncidents } from '../../../lib/api/merging.ts';
import { recordQuery } from '../../../lib/api/record.ts';

interface NamedRecord {
  readonly id: string;
  readonly title: string;
}

interface UnmergeDialogProps {
  readonly kept: NamedRecord;
  readonly double: NamedRecord;
  readonly onClose: () => void;
  readonly onUndone: () => void;
}

/** Lets a merged record count again, and says before what goes out of the other one. */
export function UnmergeDialog({ double, kept, onClose, onUndone }: UnmergeDialogProps) {
  const { t } = useTranslation('merging');
  const [reason, setReason] = useState('');
  const undoing = useUndoing(kept.id, double.id, onUndone);
  return (
    <Dialog title={t('undo.title')} onClose={onClose}>
      <DialogForm
        submit={t('undo.submit')}
        canSubmit={reason.trim() !== ''}
        isPending={undoing.isPending}
        onSubmit={() => undoing.mutate(reason.trim())}
        onCancel={onClose}
      >
        <FormText>{t('undo.text', { double: double.title })}</FormText>
        <FormText>{t('undo.evidence', { kept: kept.title })}</FormText>
        <ReasonField value={reason} onChange={setReason} />
        {undoing.error && <FormRefusal>{t('undo.failed', { reason: undoing.error.message })}</FormRefusal>}
      </DialogForm>
    </Dialog>
  );
}

function useUndoing(keptId: string, doubleId: string, onUndone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => unmergeIncidents(keptId, { reason, doubles: [doubleId] }),
    onSuccess: async (kept) => {
      queryClient.setQueryData(recordQuery(keptId).queryKey, kept);
      await queryClient.invalidateQueries({ queryKey: recordQuery(doubleId).queryKey });
      onUndone();
    },
  });
}
