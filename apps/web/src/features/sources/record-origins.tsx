import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import base from '../../components/data-table.module.css';
import { feedsQuery, type Origin } from '../../lib/api/feeds.ts';
import { useMe } from '../../lib/api/me.ts';
import { useGapPeriods } from '../../lib/covered/use-gap-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import { patchSearch } from '../../lib/view/view.ts';
import classes from './freshness.module.css';
import { FreshnessMark } from './freshness-mark.tsx';
import { SourcesPart } from './sources-part.tsx';
import { useSpanText } from './use-span-text.ts';

/** Where the records came from, how far each origin reaches, how fresh that is, and whose last import failed. */
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
        {origins.map((one) => (
          <OriginRow key={one.origin} of={one} />
        ))}
      </tbody>
    </table>
  );
}

function OriginRow({ of }: { readonly of: Origin }) {
  const { t } = useTranslation('freshness');
  const format = useFormat();
  const spans = useSpanText();
  const { lagDays, lastDay, lastWriteAt, origin, rows, staleAfterDays, state, veryStaleAfterDays } = of;
  return (
    <tr>
      <th scope="row">
        <b>{origin}</b>
        <small>{t('ages', { stale: spans.days(staleAfterDays), veryStale: spans.days(veryStaleAfterDays) })}</small>
        <Coverage of={of} />
        <Failure of={of} />
      </th>
      <td data-label={t('state')}>
        <FreshnessMark state={state} />
      </td>
      <td data-label={t('lastWrite')}>{lastWriteAt === null ? t('never') : format.moment(lastWriteAt)}</td>
      <td data-label={t('newestDay')}>{lastDay === null ? t('none') : format.date(lastDay)}</td>
      <td data-label={t('lag')}>{lagDays === null ? '–' : spans.days(lagDays)}</td>
      <td data-label={t('records')} className={classes.number}>
        {rows === 0 ? (
          format.count(rows)
        ) : (
          <Link
            to="/incidents"
            search={(search) => patchSearch(search, { filter: { origin: [origin] } })}
            aria-label={t('recordsOf', { count: rows, formatted: format.count(rows), origin })}
          >
            {format.count(rows)}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** Of many stretches the newest are named. */
const NAMED_STRETCHES = 3;

function Coverage({ of: { covered } }: { readonly of: Origin }) {
  const { t } = useTranslation(['freshness', 'coverage']);
  const periods = useGapPeriods();
  const format = useFormat();
  if (covered.length === 0) return null;
  const more = covered.length - NAMED_STRETCHES;
  const named = periods(covered.slice(-NAMED_STRETCHES));
  return (
    <small title={t('coverage:rule')}>
      {t('freshness:covers', { periods: named })}
      {more > 0 && ` ${t('freshness:earlierStretches', { count: more, formatted: format.count(more) })}`}
    </small>
  );
}

/** Why the last import did not come in, and the way to it for those who may import. */
function Failure({ of: { failure } }: { readonly of: Origin }) {
  const { t } = useTranslation('freshness');
  const format = useFormat();
  const { may } = useMe();
  if (!failure) return null;
  const name = t('importNumber', { number: failure.import });
  return (
    <small className={classes.failure}>
      {t('importFailed', { when: format.moment(failure.at), reason: failure.reason })}{' '}
      {may('imports.run') && (
        <Link to="/imports/$id" params={{ id: String(failure.import) }} search={(search) => search}>
          {name}
        </Link>
      )}
    </small>
  );
}
