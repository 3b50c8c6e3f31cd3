import { useNavigate } from '@tanstack/react-router';
import { TargetEditor } from '../../features/site-editor/target-editor.tsx';
import type { TargetKind } from '../../lib/api/targets.ts';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';
import { useWayBack } from './use-way-back.ts';

/** Adds a site, and shows its page. */
export function NewSitePage() {
  return <NewPage kind="site" />;
}

export function NewRoutePage() {
  return <NewPage kind="route" />;
}

function NewPage({ kind }: { readonly kind: TargetKind }) {
  const navigate = useNavigate();
  const back = useWayBack();
  return (
    <TargetEditor
      kind={kind}
      record={null}
      onSaved={(id) =>
        void navigate({
          to: '/sites',
          search: (search: ViewSearch) => patchSearch(search, { openSite: id, radius: undefined }),
          replace: true,
        })
      }
      onBack={back}
    />
  );
}
