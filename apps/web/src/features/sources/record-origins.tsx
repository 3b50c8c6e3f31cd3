import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import base from '../../components/data-table.module.css';
import { feedsQuery, type Origin } from '../../lib/api/feeds.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './freshness.module.css';
import { FreshnessMark } from './freshness-mark.tsx';
import { SourcesPart } from './sources-part.tsx';
import { useSpanText } from './use-span-text.ts';

/** Where the records came from, how far each origin reaches, and how fresh that is. */
export function RecordOrigins({ actions }: { readonly actions: ReactNode }) {
  const { t } = useTranslation('freshness');
  const { data } = useQuery(feedsQuery());
  if (!data) return null;
  return (
    <SourcesPart title={t('origins')} note={t('originsNote')} actions={actions}>
      {data.origins.length === 0 ? (
        <p className={classes.empty}>{t('noOrigins')}</p>
      ) : (
        <OriginTable origins={data.origins} />
      )}
    </SourcesPart>
  );
}

function OriginTable({ origins }: { readonly origins: readonly Origin[] }) {
  const { t } = useTranslation('freshness');
  const format = useFormat();
  const spans = useSpanText();
  return (
    <table className={`${base.table} ${classes.table}`}>
      <caption className={base.caption}>{t('originsTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('origin')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('lastWrite')}</th>
          <th scope="col">{t('newestDay')}</th>
          <th scope="col">{t('lag')}</th>
          <th scope="col" className={classes.number}>
            {t('records')}
          </th>
        </tr>
      </thead>
      <tbody>
        {origins.map(({ lagDays, lastDay, lastWriteAt, origin, rows, staleAfterDays, state, veryStaleAfterDays }) => (
          <tr key={origin}>
            <th scope="row">
              <b>{origin}</b>
              <small>
                {t('ages', { stale: spans.days(staleAfterDays), veryStale: spans.days(veryStaleAfterDays) })}
              </small>
            </th>
            <td data-label={t('state')}>
              <FreshnessMark state={state} />
            </td>
            <td data-label={t('lastWrite')}>{lastWriteAt === null ? t('never') : format.moment(lastWriteAt)}</td>
            <td data-label={t('newestDay')}>{format.date(lastDay)}</td>
            <td data-label={t('lag')}>{spans.days(lagDays)}</td>
            <td data-label={t('records')} className={classes.number}>
              {format.count(rows)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
