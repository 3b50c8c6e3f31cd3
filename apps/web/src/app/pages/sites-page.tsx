import { Drawer, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { SitePage } from '../../features/sites/site-page.tsx';
import { SitesTable } from '../../features/sites/sites-table.tsx';
import { useSiteRanks } from '../../features/sites/use-site-ranks.ts';
import { useView } from '../../lib/view/use-view.ts';
import classes from './sites-page.module.css';

const SKELETON_ROWS = Array.from({ length: 20 }, (_, index) => index);

export function SitesPage() {
  const { t } = useTranslation(['sites', 'shell']);
  const ranks = useSiteRanks();
  const { view, patch } = useView();
  const wide = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  return (
    <div className={classes.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={classes.table} tabIndex={0} aria-label={t('shell:tabs.sites')}>
        {ranks.failed?.error && (
          <LoadError what={t('shell:tabs.sites')} error={ranks.failed.error} retry={ranks.failed.retry} />
        )}
        {ranks.ranked ? (
          <SitesTable ranks={ranks} />
        ) : (
          SKELETON_ROWS.map((row) => <Skeleton key={row} height={22} my={8} mx={16} radius="sm" />)
        )}
      </section>
      {wide ? (
        <div className={classes.site}>
          <SitePage end={ranks.end} />
        </div>
      ) : (
        <Drawer
          opened={view.openSite !== undefined}
          onClose={() => patch({ openSite: undefined, radius: undefined })}
          position={phone ? 'bottom' : 'right'}
          size={phone ? '94%' : 640}
          title={t('shell:tabs.sites')}
          closeButtonProps={{ 'aria-label': t('sites:close') }}
          styles={{ body: { padding: 0 } }}
        >
          <SitePage end={ranks.end} />
        </Drawer>
      )}
    </div>
  );
}
