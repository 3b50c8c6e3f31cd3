import { useNavigate, useParams } from '@tanstack/react-router';
import { EditTarget } from '../../features/site-editor/edit-target.tsx';
import type { TargetKind } from '../../lib/api/targets.ts';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';
import { useWayBack } from './use-way-back.ts';

/** Changes a site, and shows its page when that is done. */
export function EditSitePage() {
  const { id } = useParams({ from: '/plain/sites/$id/edit' });
  return <EditPage kind="site" id={id} />;
}

export function EditRoutePage() {
  const { id } = useParams({ from: '/plain/routes/$id/edit' });
  return <EditPage kind="route" id={id} />;
}

function EditPage({ id, kind }: { readonly kind: TargetKind; readonly id: string }) {
  const navigate = useNavigate();
  const back = useWayBack();
  return (
    <EditTarget
      key={id}
      kind={kind}
      id={id}
      onSaved={(saved) =>
        void navigate({
          to: '/sites',
          search: (search: ViewSearch) => patchSearch(search, { openSite: saved }),
          replace: true,
        })
      }
      onBack={back}
    />
  );
}
