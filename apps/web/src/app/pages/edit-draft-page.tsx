import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { FileRead } from '../../features/editor/file-read.tsx';
import { withChosen } from '../../features/queue/drafts/choose-values.ts';
import { FoldedArticle } from '../../features/queue/drafts/folded-article.tsx';
import { useDrafts } from '../../features/queue/drafts/use-drafts.ts';
import { draftQuery } from '../../lib/api/drafts.ts';
import { useView } from '../../lib/view/use-view.ts';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';
import { RecordBeside } from './record-beside.tsx';
import { useWayBack } from './use-way-back.ts';

/** The form with what was read out of an article; the next draft comes when it is filed. */
export function EditDraftPage() {
  const { id } = useParams({ from: '/plain/drafts/$id/edit' });
  const { t } = useTranslation('queue');
  const { view } = useView();
  const drafts = useDrafts(view.draftKind ?? null);
  const navigate = useNavigate();
  const back = useWayBack();
  const { data, error, refetch } = useQuery({ ...draftQuery(id), staleTime: Infinity });
  if (error) return <LoadError what={t('drafts.one')} error={error} retry={() => void refetch()} />;
  if (!data) return null;
  return (
    <FileRead
      key={id}
      id={id}
      draft={withChosen(data.draft, data.candidates, view.chosen ?? [])}
      article={<FoldedArticle detail={data} />}
      renderBeside={(beside, onClose) => <RecordBeside id={beside} onClose={onClose} />}
      onFiled={() => {
        const draft = drafts.leave(id);
        const next = { queueList: 'drafts', draft, chosen: undefined, incident: undefined } as const;
        void navigate({ to: '/queue', search: (search: ViewSearch) => patchSearch(search, next), replace: true });
      }}
      onBack={back}
    />
  );
}
