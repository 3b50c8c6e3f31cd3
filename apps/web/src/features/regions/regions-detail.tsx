import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useView } from '../../lib/view/use-view.ts';
import { RegionIncidents } from './region-incidents.tsx';
import { RegionMap } from './region-map.tsx';
import classes from './regions-detail.module.css';
import type { Regions } from './use-regions.ts';

/** The map over the chosen region's incidents: beside the table where there is room, over it otherwise. */
export function RegionsDetail({ regions }: { readonly regions: Regions }) {
  const { t } = useTranslation('regions');
  const { view, patch } = useView();
  const wide = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  const content = (
    <div className={classes.detail}>
      <div className={classes.map}>
        <RegionMap regions={regions} />
      </div>
      <RegionIncidents />
    </div>
  );
  if (wide) return <aside className={classes.aside}>{content}</aside>;
  return (
    <Drawer
      opened={view.openRegion !== undefined}
      onClose={() => patch({ openRegion: undefined })}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '90%' : 400}
      title={t('openDetail')}
      closeButtonProps={{ 'aria-label': t('closeRegion') }}
      styles={{ body: { padding: 0 } }}
    >
      {content}
    </Drawer>
  );
}
