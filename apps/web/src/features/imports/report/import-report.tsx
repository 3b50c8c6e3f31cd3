import { broughtBy, type ImportIssueKind } from '@corridor/domain';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../components/load-error.tsx';
import { type ImportDetail, importQuery, isGivenUp, isUnderWay } from '../../../lib/api/imports.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { ImportState } from '../import-state.tsx';
import classes from '../imports.module.css';
import { useFileWords } from '../use-file-words.ts';
import { ImportActions } from './import-actions.tsx';
import { ImportFigures } from './import-figures.tsx';
import { ImportIssues } from './import-issues.tsx';
import { ImportPlaces } from './import-places.tsx';
import { ImportProgress } from './import-progress.tsx';
import { TakenBack } from './taken-back.tsx';

/** One import: how it stands, what it would bring or brought, and what can be done. */
export function ImportReport({ id }: { readonly id: string }) {
  const { t } = useTranslation('imports');
  const [kind, setKind] = useState<ImportIssueKind | null>(null);
  const issues = useRef<HTMLElement>(null);
  const { data, error, isPlaceholderData, refetch } = useQuery(importQuery(id, kind));
  // They may be below the window, on a phone always.
  const showIssues = (wanted: ImportIssueKind | null) => {
    setKind(wanted);
    if (wanted !== null) issues.current?.scrollIntoView({ block: 'center' });
  };
  return (
    <div className={classes.page}>
      <Link to="/imports" search={(search) => search} className={classes.back}>
        {t('back')}
      </Link>
      {error && <LoadError what={t('open', { id })} error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={200} radius="sm" />}
      {data && (
        <>
          <ImportHead detail={data} onShow={showIssues} />
          {data.format !== '' && !isGivenUp(data.state) && (
            <ImportFigures counts={data.counts} kind={kind} onKind={showIssues} />
          )}
          <ImportActions detail={data} />
          {data.format !== '' && !isUnderWay(data.state) && (
            <ImportIssues ref={issues} detail={data} kind={kind} isStale={isPlaceholderData} onKind={setKind} />
          )}
          {hasPlaces(data.state) && <ImportPlaces id={data.id} state={data.state} />}
        </>
      )}
    </div>
  );
}

/** What was given up, or taken back, lies nowhere. */
function hasPlaces(state: ImportDetail['state']): state is 'reported' | 'committing' | 'committed' {
  return state === 'reported' || state === 'committing' || state === 'committed';
}

interface ImportHeadProps {
  readonly detail: ImportDetail;
  readonly onShow: (kind: ImportIssueKind) => void;
}

function ImportHead({ detail, onShow }: ImportHeadProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const words = useFileWords();
  const { file, format: told, mappingName, sameAs, size, startedAt, state } = detail;
  return (
    <section className={classes.part}>
      <h2 className={classes.name}>{file}</h2>
      <p className={classes.note}>
        {[
          ...(told === '' ? [] : [words.format(told)]),
          ...(mappingName === null ? [] : [t('byMapping', { name: mappingName })]),
          words.size(size),
          t('startedAt', { when: format.moment(startedAt) }),
        ].join(' · ')}
      </p>
      <div className={classes.stands} role="status">
        <ImportState state={state} />
        <Outcome detail={detail} onShow={onShow} />
      </div>
      {sameAs !== null && state === 'reported' && (
        <p className={classes.text}>
          {t('sameAs')}{' '}
          <Link to="/imports/$id" params={{ id: String(sameAs) }} search={(search) => search}>
            {t('open', { id: sameAs })}
          </Link>
        </p>
      )}
      {isUnderWay(state) && <ImportProgress detail={detail} />}
    </section>
  );
}

/** What was done, and what was not. */
function Outcome({ detail: { counts, fault, id, state }, onShow }: ImportHeadProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const brought = broughtBy(counts);
  if (state === 'reported') return t('said.reported');
  if (state === 'committed') return t('said.committed', { count: brought, formatted: format.count(brought) });
  if (state === 'cancelling' || state === 'undoing') return t('said.takingBack');
  if (state === 'undone' || state === 'cancelled' || state === 'failed')
    return <TakenBack id={id} state={state} fault={fault} onShow={() => onShow('kept')} />;
  return null;
}
