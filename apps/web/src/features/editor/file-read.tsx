import type { UnfinishedDraft } from '@corridor/domain';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileDraft } from '../../lib/api/drafts.ts';
import type { IncidentDetail } from '../../lib/api/record.ts';
import { DraftList } from './drafts/draft-list.tsx';
import type { DraftShelf, ShelvedDraft } from './drafts/draft-shelf.ts';
import { readDraftId, startRead, startShelved } from './drafts/draft-starts.ts';
import { useDraftShelf } from './drafts/use-draft-shelf.ts';
import { Editor, type RenderBeside } from './editor.tsx';

interface FileReadProps {
  /** Of the draft that was read out of an article. */
  readonly id: string;
  readonly draft: UnfinishedDraft;
  /** The article, to compare with. */
  readonly article: ReactNode;
  readonly renderBeside: RenderBeside;
  readonly onFiled: (record: IncidentDetail) => void;
  readonly onBack: () => void;
}

/** Files what an article tells, corrected and completed by a person. */
export function FileRead(props: FileReadProps) {
  const shelf = useDraftShelf();
  return shelf && <FileReadForm shelf={shelf} {...props} />;
}

function FileReadForm({
  article,
  draft,
  id,
  onBack,
  onFiled,
  renderBeside,
  shelf,
}: FileReadProps & { readonly shelf: DraftShelf }) {
  const { t } = useTranslation('editor');
  const [start, setStart] = useState(() => startRead(id, draft));
  const [drafts, setDrafts] = useState(() => shelf.list().filter(({ key }) => readDraftId(key) === id));
  const onContinue = (shelved: ShelvedDraft) => {
    setStart(startShelved(shelved));
    setDrafts(drafts.filter(({ key }) => key !== shelved.key));
  };
  return (
    <Editor
      key={start.key}
      heading={t('read.title')}
      intro={
        <>
          <DraftList shelf={shelf} drafts={drafts} onContinue={onContinue} />
          {article}
        </>
      }
      id={null}
      file={(whole, key) => fileDraft(id, whole, key)}
      start={start}
      shelf={shelf}
      renderBeside={renderBeside}
      onSaved={(record) => record && onFiled(record)}
      onBack={onBack}
    />
  );
}
