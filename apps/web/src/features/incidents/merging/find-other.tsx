import { DEFAULT_SORT, MAX_TEXT_LENGTH, type UnfinishedDraft } from '@corridor/domain';
import { Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CandidateButton } from '../../../components/candidate-button.tsx';
import { FormText } from '../../../components/dialog-form.tsx';
import { useAnswer } from '../../../engine/use-answer.ts';
import { duplicatesQuery } from '../../../lib/api/editing.ts';
import { type IncidentDetail, recordQuery } from '../../../lib/api/record.ts';
import { toListed } from '../to-listed.ts';
import classes from './merging.module.css';
import { readRecordId } from './read-record-id.ts';

interface FindOtherProps {
  readonly record: IncidentDetail;
  readonly onChoose: (id: string) => void;
}

interface FindProps extends FindOtherProps {
  /** Whether another one was picked before. */
  readonly isAgain: boolean;
}

/** The record that is to be merged with this one: of those that may be of the same event, or any other by words or id. */
export function FindOther({ isAgain, onChoose, record }: FindProps) {
  const { t } = useTranslation('merging');
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAgain) input.current?.focus();
  }, [isAgain]);
  const [sought] = useDebouncedValue(text.trim(), PAUSE_MS);
  return (
    <div className={classes.find}>
      <FormText>{t('find.intro', { title: record.title })}</FormText>
      <Suspected record={record} onChoose={onChoose} />
      <TextInput
        ref={input}
        size="sm"
        label={t('find.search')}
        description={t('find.searchNote')}
        value={text}
        maxLength={MAX_LINK_LENGTH}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {sought !== '' && <Found sought={sought} record={record} onChoose={onChoose} />}
    </div>
  );
}

const PAUSE_MS = 200;
const MAX_FOUND = 8;
/** A link to a view with a long filter. */
const MAX_LINK_LENGTH = 4000;

function Suspected({ onChoose, record }: FindOtherProps) {
  const { t } = useTranslation('merging');
  const heading = useId();
  const draft = useMemo(() => comparedParts(record), [record]);
  const { data, error } = useQuery(duplicatesQuery(draft, record.id));
  return (
    <section className={classes.candidates} aria-labelledby={heading}>
      <h3 id={heading}>{t('find.suspected')}</h3>
      <p role="status">
        {error && t('find.failed', { reason: error.message })}
        {!data && !error && t('find.looking')}
        {data?.items.length === 0 && t('find.none')}
      </p>
      {!data && !error && <Skeleton height={40} radius="sm" />}
      <ul>
        {data?.items.map(({ incident, reasons }) => (
          <li key={incident.id}>
            <CandidateButton incident={incident} reasons={reasons} onClick={() => onChoose(incident.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What of a record the search for doubles compares. */
function comparedParts(record: IncidentDetail): UnfinishedDraft {
  const { actors, casualties, eventType, occurred, place, sources, subEventType, title } = record;
  return { actors, casualties, eventType, occurred, place, sources, subEventType, title };
}

interface FoundProps extends FindOtherProps {
  readonly sought: string;
}

/** The record with that id, or those that have the words. */
function Found({ onChoose, record, sought }: FoundProps) {
  const { t } = useTranslation('merging');
  const id = readRecordId(sought);
  const byId = useQuery({ ...recordQuery(id ?? ''), enabled: id !== null && id !== record.id, retry: false });
  const byWords = useFoundByWords(sought);
  if (id === record.id) return <FormText>{t('find.itself')}</FormText>;
  if (id !== null && byId.isPending) return <Skeleton height={40} radius="sm" />;
  if (byId.data?.mergedInto != null) return <FormText>{t('find.isMerged', { title: byId.data.title })}</FormText>;
  const found = byId.data ? [toListed(byId.data)] : byWords?.filter((incident) => incident.id !== record.id);
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
