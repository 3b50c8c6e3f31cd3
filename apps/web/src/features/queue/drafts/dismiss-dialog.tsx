import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm, FormRefusal, FormText } from '../../../components/dialog-form.tsx';
import { ReasonField } from '../../../components/reason-field.tsx';

interface DismissDialogProps {
  readonly title: string;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onDismiss: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why a draft is dismissed. */
export function DismissDialog({ error, isPending, onClose, onDismiss, title }: DismissDialogProps) {
  const { t } = useTranslation('queue');
  const [reason, setReason] = useState('');
  return (
    <Dialog title={t('drafts.dismissTitle')} onClose={onClose}>
      <DialogForm
        submit={t('drafts.dismissSubmit')}
        canSubmit={reason.trim() !== ''}
        isPending={isPending}
        onSubmit={() => onDismiss(reason.trim())}
        onCancel={onClose}
      >
        <FormText>{t('drafts.dismissIntro', { title })}</FormText>
        <ReasonField isFirst value={reason} onChange={setReason} />
        {error && <FormRefusal>{t('drafts.failed', { reason: error.message })}</FormRefusal>}
      </DialogForm>
    </Dialog>
  );
}
