import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { RegionsDetail } from '../../features/regions/regions-detail.tsx';
import { RegionsTable } from '../../features/regions/regions-table.tsx';
import { useRegions } from '../../features/regions/use-regions.ts';
import { useComparisonNote } from '../../lib/covered/use-comparison-note.ts';
import classes from './regions-page.module.css';

const SKELETON_ROWS = Array.from({ length: 20 }, (_, index) => index);

export function RegionsPage() {
  const { t } = useTranslation(['regions', 'shell']);
  const regions = useRegions();
  const coverage = useComparisonNote(regions.uncovered);
  return (
    <div className={classes.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={classes.table} tabIndex={0} aria-label={t('shell:tabs.regions')}>
        {regions.failed?.error && (
          <LoadError what={t('shell:tabs.regions')} error={regions.failed.error} retry={regions.failed.retry} />
        )}
        {regions.provinces ? (
          <>
            {coverage && <p className={classes.note}>{coverage}</p>}
            <RegionsTable regions={regions} />
            <p className={classes.note}>{t('regions:footnote')}</p>
          </>
        ) : (
          SKELETON_ROWS.map((row) => <Skeleton key={row} height={22} my={8} mx={16} radius="sm" />)
        )}
      </section>
      <RegionsDetail regions={regions} />
    </div>
  );
}
