import { IconChartBar, IconLayoutDashboard, IconList, IconMap, IconMapPin } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SCREENS, type Screen } from '../../lib/view/screen-filter.ts';
import classes from './bottom-tabs.module.css';
import { carriedSearch } from './carried-search.ts';

const ICONS = {
  map: IconMap,
  regions: IconLayoutDashboard,
  sites: IconMapPin,
  trends: IconChartBar,
  incidents: IconList,
};

/** The pages on a narrow screen. */
export function BottomTabs({ screen }: { readonly screen: Screen | null }) {
  const { t } = useTranslation('shell');
  return (
    <nav className={classes.tabs} aria-label={t('navigation')}>
      {SCREENS.map((tab) => {
        const Icon = ICONS[tab];
        return (
          <Link
            key={tab}
            to={`/${tab}`}
            search={carriedSearch}
            className={classes.tab}
            data-active={tab === screen || undefined}
          >
            <Icon size={20} stroke={1.5} aria-hidden="true" />
            {t(`tabs.${tab}`)}
          </Link>
        );
      })}
    </nav>
  );
}
