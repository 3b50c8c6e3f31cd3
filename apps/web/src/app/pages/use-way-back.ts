import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import type { ViewSearch } from '../../lib/view/view.ts';

/** Back to where the reader came from; to the table for who came by a link. */
export function useWayBack(): () => void {
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  return () => {
    if (canGoBack) router.history.back();
    else void navigate({ to: '/incidents', search: (search: ViewSearch) => search });
  };
}
