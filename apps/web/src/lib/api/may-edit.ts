import { useCallback } from 'react';
import { useMe } from './me.ts';
import type { IncidentDetail } from './record.ts';

/** Whether the reader may change a record: analysts all, a reporter his own as long as nobody has judged it. */
export function useMayEdit(): (record: Pick<IncidentDetail, 'reportedBy' | 'status'>) => boolean {
  const { may, me } = useMe();
  return useCallback(
    ({ reportedBy, status }) => {
      if (may('incidents.edit')) return true;
      const isOwn = reportedBy !== null && reportedBy.id === me?.person?.id;
      return may('incidents.file') && isOwn && status === 'reported';
    },
    [may, me],
  );
}
