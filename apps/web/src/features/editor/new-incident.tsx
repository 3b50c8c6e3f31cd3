import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail } from '../../lib/api/record.ts';
import { DraftList } from './drafts/draft-list.tsx';
import type { DraftShelf, ShelvedDraft } from './drafts/draft-shelf.ts';
import { editedId, readDraftId, startEmpty, startShelved } from './drafts/draft-starts.ts';
import { useDraftShelf } from './drafts/use-draft-shelf.ts';
import { Editor, type RenderBeside } from './editor.tsx';

interface NewIncidentProps {
  readonly renderBeside: RenderBeside;
  readonly onFiled: (record: IncidentDetail) => void;
  readonly onBack: () => void;
  /** Leads to the form of a record of which there is a draft. */
  readonly onEdit: (id: string) => void;
  /** Leads to the form of what was read out of an article. */
  readonly onEditRead: (id: string) => void;
}

/** Files an incident, or goes on with one that was not filed. */
export function NewIncident(props: NewIncidentProps) {
  const shelf = useDraftShelf();
  return shelf && <NewIncidentForm shelf={shelf} {...props} />;
}

function NewIncidentForm({
  onBack,
  onEdit,
  onEditRead,
  onFiled,
  renderBeside,
  shelf,
}: NewIncidentProps & { readonly shelf: DraftShelf }) {
  const { t } = useTranslation('editor');
  const [start, setStart] = useState(startEmpty);
  const [drafts, setDrafts] = useState(() => shelf.list());
  const onContinue = (draft: ShelvedDraft) => {
    const id = editedId(draft.key);
    if (id !== null) return onEdit(id);
    const readId = readDraftId(draft.key);
    if (readId !== null) return onEditRead(readId);
    setStart(startShelved(draft));
    setDrafts(drafts.filter(({ key }) => key !== draft.key));
  };
  return (
    <Editor
      key={start.key}
      heading={t('new.title')}
      intro={<DraftList shelf={shelf} drafts={drafts} onContinue={onContinue} />}
      id={null}
      start={start}
      shelf={shelf}
      renderBeside={renderBeside}
      onSaved={(record) => record && onFiled(record)}
      onBack={onBack}
    />
  );
}
