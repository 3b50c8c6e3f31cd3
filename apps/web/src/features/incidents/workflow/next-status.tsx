import type { Status } from '@corridor/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { LoadError } from '../../../components/load-error.tsx';
import { useMe } from '../../../lib/api/me.ts';
import { recordQuery } from '../../../lib/api/record.ts';
import { StatusDialog } from './status-dialog.tsx';

interface NextStatusProps {
  readonly id: string;
  /** Chosen already, where the rules allow it. */
  readonly next: Status | null;
  readonly onClose: () => void;
  readonly onDone: (status: Status) => void;
}

/** The status dialog of an incident that need not be open. */
export function NextStatus({ id, next, onClose, onDone }: NextStatusProps) {
  const { t } = useTranslation(['incidents', 'workflow']);
  const { me } = useMe();
  const { data, error, refetch } = useQuery(recordQuery(id));
  if (data && me?.person) {
    return <StatusDialog record={data} personId={me.person.id} first={next} onClose={onClose} onDone={onDone} />;
  }
  if (!error) return null;
  return (
    <Dialog title={t('workflow:title')} onClose={onClose}>
      <LoadError what={t('incidents:record.label')} error={error} retry={() => void refetch()} />
    </Dialog>
  );
}
