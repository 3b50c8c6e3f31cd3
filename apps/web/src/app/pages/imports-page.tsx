import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { ImportStart } from '../../features/imports/import-start.tsx';
import { ImportReport } from '../../features/imports/report/import-report.tsx';
import type { ViewSearch } from '../../lib/view/view.ts';

/** Files are chosen; one that was chosen alone is followed to its report. */
export function ImportsPage() {
  const navigate = useNavigate();
  const corrects = useLocation({ select: ({ state }) => state.corrects ?? null });
  return (
    <ImportStart
      corrects={corrects}
      onUploaded={(id) =>
        void navigate({ to: '/imports/$id', params: { id: String(id) }, search: (search: ViewSearch) => search })
      }
    />
  );
}

export function ImportPage() {
  const { id } = useParams({ from: '/plain/imports/$id' });
  return <ImportReport key={id} id={id} />;
}
