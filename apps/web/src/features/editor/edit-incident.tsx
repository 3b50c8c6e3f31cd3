import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { useMayEdit } from '../../lib/api/may-edit.ts';
import { type IncidentDetail, isMissing, recordQuery } from '../../lib/api/record.ts';
import { DraftList } from './drafts/draft-list.tsx';
import type { DraftShelf, ShelvedDraft } from './drafts/draft-shelf.ts';
import { editedId, startChange, startShelved } from './drafts/draft-starts.ts';
import { useDraftShelf } from './drafts/use-draft-shelf.ts';
import classes from './editor.module.css';
import { Editor, type RenderBeside } from './editor.tsx';

interface EditIncidentProps {
  readonly id: string;
  readonly renderBeside: RenderBeside;
  readonly onSaved: (id: string) => void;
  readonly onBack: () => void;
}

/** Changes a record as it stands when the form is opened. */
export function EditIncident(props: EditIncidentProps) {
  const { t } = useTranslation('editor');
  const shelf = useDraftShelf();
  const mayEdit = useMayEdit();
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...recordQuery(props.id),
    refetchOnMount: 'always',
  });
  if (isMissing(error)) return <Message words={t('edit.missing', { id: props.id })} />;
  if (error) return <LoadError what={t('edit.what')} error={error} retry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount || !shelf) return null;
  if (!mayEdit(data)) return <Message words={t('edit.notYours')} />;
  return <EditForm key={props.id} record={data} shelf={shelf} {...props} />;
}

function Message({ words }: { readonly words: string }) {
  return (
    <p className={classes.message} role="alert">
      {words}
    </p>
  );
}

interface EditFormProps extends EditIncidentProps {
  readonly record: IncidentDetail;
  readonly shelf: DraftShelf;
}

function EditForm({ id, onBack, onSaved, record, renderBeside, shelf }: EditFormProps) {
  const { t } = useTranslation('editor');
  const [start, setStart] = useState(() => startChange(record));
  const [drafts, setDrafts] = useState(() => shelf.list().filter(({ key }) => editedId(key) === id));
  const onContinue = (draft: ShelvedDraft) => {
    setStart(startShelved(draft));
    setDrafts(drafts.filter(({ key }) => key !== draft.key));
  };
  return (
    <Editor
      key={start.key}
      heading={t('edit.title', { title: record.title })}
      intro={<DraftList shelf={shelf} drafts={drafts} onContinue={onContinue} />}
      id={id}
      start={start}
      shelf={shelf}
      renderBeside={renderBeside}
      onSaved={() => onSaved(id)}
      onBack={onBack}
    />
  );
}
