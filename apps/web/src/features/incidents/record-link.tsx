import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';

/** Opens another record where this one is open. */
export function RecordLink({ children, id }: { readonly children: ReactNode; readonly id: string }) {
  return (
    <Link to="." search={(search: ViewSearch) => patchSearch(search, { incident: id })}>
      {children}
    </Link>
  );
}
