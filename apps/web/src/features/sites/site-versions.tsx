import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { targetVersionsQuery } from '../../lib/api/targets.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { OpenSite } from './open-site.ts';
import classes from './site-versions.module.css';
import { type TargetDifference, targetDifferences } from './target-differences.ts';

/** Who changed a site or route, when, why, and what. Fetched when it is opened. */
export function SiteVersions({ open: { kind, site } }: { readonly open: OpenSite }) {
  const { t } = useTranslation('siteEditor');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...targetVersionsQuery(kind, site.id), enabled: isOpen });
  const versions = data?.items ?? [];
  return (
    <details className={classes.versions} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{data ? t('history.title', { count: versions.length }) : t('history.open')}</summary>
      {error && <LoadError what={t('history.open')} error={error} retry={() => void refetch()} />}
      <ol>
        {versions
          .map((version, index) => ({ version, before: versions[index - 1] }))
          .toReversed()
          .map(({ before, version: { changedAt, changedBy, reason, record, version } }) => (
            <li key={version}>
              {t('history.version', { version, when: format.date(changedAt.slice(0, 10)), who: changedBy })}
              {reason && <q>{reason}</q>}
              {before && (
                <ul>
                  {targetDifferences(before.record, record).map((difference) => (
                    <Difference key={difference.field} difference={difference} />
                  ))}
                </ul>
              )}
            </li>
          ))}
      </ol>
    </details>
  );
}

function Difference({ difference: { after, before, counts, field } }: { readonly difference: TargetDifference }) {
  const { t } = useTranslation('siteEditor');
  const format = useFormat();
  const text = (value: string | number) => {
    if (typeof value === 'string') return value || t('history.nothing');
    const formatted = format.count(value);
    return counts === 'points' ? t('history.points', { formatted }) : t('history.sourceCount', { formatted });
  };
  return <li>{t('history.change', { field: t(`fields.${field}`), before: text(before), after: text(after) })}</li>;
}
