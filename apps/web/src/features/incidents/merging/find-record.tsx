import { DEFAULT_SORT, MAX_TEXT_LENGTH } from '@corridor/domain';
import { Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CandidateButton } from '../../../components/candidate-button.tsx';
import { FormText } from '../../../components/dialog-form.tsx';
import { useAnswer } from '../../../engine/use-answer.ts';
import { recordQuery } from '../../../lib/api/record.ts';
import { toListed } from '../to-listed.ts';
import classes from './merging.module.css';
import { readRecordId } from './read-record-id.ts';

interface FindRecordProps {
  /** Whether the keyboard begins in it. */
  readonly isFirst: boolean;
  /** The record for which another one is sought; null where it is for none. */
  readonly itself: string | null;
  readonly onChoose: (id: string) => void;
}

const PAUSE_MS = 200;
const MAX_FOUND = 8;
/** A link to a view with a long filter. */
const MAX_LINK_LENGTH = 4000;

/** Any record, by words, by its id or by a link to it. */
export function FindRecord({ isFirst, itself, onChoose }: FindRecordProps) {
  const { t } = useTranslation('merging');
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) input.current?.focus();
  }, [isFirst]);
  const [sought] = useDebouncedValue(text.trim(), PAUSE_MS);
  return (
    <>
      <TextInput
        ref={input}
        size="sm"
        label={t(itself === null ? 'find.searchAny' : 'find.search')}
        description={t('find.searchNote')}
        value={text}
        maxLength={MAX_LINK_LENGTH}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {sought !== '' && <Found sought={sought} itself={itself} onChoose={onChoose} />}
    </>
  );
}

interface FoundProps extends Pick<FindRecordProps, 'itself' | 'onChoose'> {
  readonly sought: string;
}

/** The record with that id, or those that have the words. */
function Found({ itself, onChoose, sought }: FoundProps) {
  const { t } = useTranslation('merging');
  const id = readRecordId(sought);
  const byId = useQuery({ ...recordQuery(id ?? ''), enabled: id !== null && id !== itself, retry: false });
  const byWords = useFoundByWords(sought);
  if (id !== null && id === itself) return <FormText>{t('find.itself')}</FormText>;
  if (id !== null && byId.isPending) return <Skeleton height={40} radius="sm" />;
  if (byId.data?.mergedInto != null) return <FormText>{t('find.isMerged', { title: byId.data.title })}</FormText>;
  const found = byId.data ? [toListed(byId.data)] : byWords?.filter((incident) => incident.id !== itself);
  return (
    <div className={classes.candidates}>
      <p role="status">{found && t('find.found', { count: found.length })}</p>
      <ul>
        {found?.map((incident) => (
          <li key={incident.id}>
            <CandidateButton incident={incident} reasons={[]} onClick={() => onChoose(incident.id)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function useFoundByWords(sought: string) {
  const q = /[\p{L}\p{N}]/u.test(sought) ? sought.slice(0, MAX_TEXT_LENGTH) : null;
  const { answer } = useAnswer(
    useMemo(
      () => (q === null ? null : { filter: { q }, page: { sort: DEFAULT_SORT, offset: 0, limit: MAX_FOUND } }),
      [q],
    ),
  );
  return answer?.page?.items;
}
