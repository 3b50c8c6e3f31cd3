import { useMemo } from 'react';
import { useMe } from '../../../lib/api/me.ts';
import { DraftShelf } from './draft-shelf.ts';

/** The drafts of whoever is signed in; of nobody else are any shown. Null while that is not known. */
export function useDraftShelf(): DraftShelf | null {
  const { me } = useMe();
  const id = me?.person?.id;
  return useMemo(() => (id === undefined ? null : new DraftShelf(window.localStorage, id)), [id]);
}
