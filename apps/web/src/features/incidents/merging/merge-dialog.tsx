import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { FormRefusal } from '../../../components/dialog-form.tsx';
import { type IncidentDetail, recordQuery } from '../../../lib/api/record.ts';
import { FindOther } from './find-other.tsx';
import { MergeForm } from './merge-form.tsx';

export interface Merged {
  /** The record that stays, as it stands now. */
  readonly kept: IncidentDetail;
  readonly double: IncidentDetail;
}

interface MergeDialogProps {
  readonly first: string;
  /** Null where it is still to be found. */
  readonly second: string | null;
  readonly onClose: () => void;
  readonly onMerged: (merged: Merged) => void;
}

/** Merges two records of one event: finds the other one, then asks which stays and what it is to say. */
export function MergeDialog({ first, onClose, onMerged, second }: MergeDialogProps) {
  const { t } = useTranslation('merging');
  const [other, setOther] = useState(second);
  const one = useQuery(recordQuery(first));
  const two = useQuery({ ...recordQuery(other ?? ''), enabled: other !== null });
  const [isAgain, setAgain] = useState(false);
  const goBack = () => {
    setAgain(true);
    setOther(null);
  };
  const error = one.error ?? two.error;
  return (
    <Dialog title={t('title')} wide onClose={onClose}>
      {error && <FormRefusal>{t('loading', { reason: error.message })}</FormRefusal>}
      {!error && one.data && other === null && <FindOther record={one.data} isAgain={isAgain} onChoose={setOther} />}
      {!error && one.data && two.data && (
        <MergeForm
          key={other}
          records={[one.data, two.data]}
          onAnother={second === null ? goBack : null}
          onCancel={onClose}
          onMerged={onMerged}
        />
      )}
      {!error && (!one.data || two.isLoading) && <Skeleton height={240} radius="sm" />}
    </Dialog>
  );
}
