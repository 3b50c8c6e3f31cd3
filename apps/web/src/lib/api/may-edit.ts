import { useCallback } from 'react';
import { useMe } from './me.ts';
import type { IncidentDetail } from './record.ts';

/** Whether the reader may change a record: analysts all, a reporter own ones as long as nobody has judged them; a merged double nobody. */
export function useMayEdit(): (record: Pick<IncidentDetail, 'mergedInto' | 'reportedBy' | 'status'>) => boolean {
  const { may, me } = useMe();
  return useCallback(
    ({ mergedInto, reportedBy, status }) => {
      if (mergedInto !== null) return false;
      if (may('incidents.edit')) return true;
      const isOwn = reportedBy !== null && reportedBy.id === me?.person?.id;
      return may('incidents.file') && isOwn && status === 'reported';
    },
    [may, me],
  );
}
