import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import base from '../../components/data-table.module.css';
import { feedsQuery, type Origin } from '../../lib/api/feeds.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './freshness.module.css';
import { SourcesPart } from './sources-part.tsx';

/** Where the records came from, and how far each origin reaches. */
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
  return (
    <table className={`${base.table} ${classes.table}`}>
      <caption className={base.caption}>{t('originsTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('origin')}</th>
          <th scope="col" className={classes.number}>
            {t('records')}
          </th>
          <th scope="col">{t('newestDay')}</th>
          <th scope="col">{t('lastWrite')}</th>
        </tr>
      </thead>
      <tbody>
        {origins.map(({ lastDay, lastWriteAt, origin, rows }) => (
          <tr key={origin}>
            <th scope="row">
              <b>{origin}</b>
            </th>
            <td data-label={t('records')} className={classes.number}>
              {format.count(rows)}
            </td>
            <td data-label={t('newestDay')}>{format.date(lastDay)}</td>
            <td data-label={t('lastWrite')}>{lastWriteAt === null ? t('never') : format.moment(lastWriteAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
