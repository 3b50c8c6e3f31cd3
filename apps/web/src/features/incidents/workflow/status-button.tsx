import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../lib/api/me.ts';
import type { IncidentDetail } from '../../../lib/api/record.ts';
import { StatusDialog } from './status-dialog.tsx';

/** The way to give a record another status, for those who may; nothing for others, of the past, and of merged doubles. */
export function StatusButton({ record }: { readonly record: IncidentDetail }) {
  const { t } = useTranslation('workflow');
  const { may, me } = useMe();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (!may('incidents.verify') || !me?.person || record.mergedInto !== null) return null;
  return (
    <>
      <Button variant="default" size="compact-xs" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('change')}
      </Button>
      {isOpen && <StatusDialog record={record} personId={me.person.id} onClose={close} onDone={close} />}
    </>
  );
}
