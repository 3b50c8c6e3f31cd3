import type { UnfinishedDraft } from '@corridor/domain';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CandidateButton } from '../../../components/candidate-button.tsx';
import { FormText } from '../../../components/dialog-form.tsx';
import { duplicatesQuery } from '../../../lib/api/editing.ts';
import type { IncidentDetail } from '../../../lib/api/record.ts';
import { FindRecord } from './find-record.tsx';
import classes from './merging.module.css';

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
  return (
    <div className={classes.find}>
      <FormText>{t('find.intro', { title: record.title })}</FormText>
      <Suspected record={record} onChoose={onChoose} />
      <FindRecord isFirst={isAgain} itself={record.id} onChoose={onChoose} />
    </div>
  );
}

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
