import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../components/brand-mark.tsx';
import { AccountMenu } from '../../features/access/account-menu.tsx';
import { NewIncidentButton } from '../../features/editor/new-incident-button.tsx';
import { KeyHelp } from '../../features/key-help/key-help.tsx';
import { SearchButton } from '../../features/search/search-button.tsx';
import { SCREENS, type Screen } from '../../lib/view/screen-filter.ts';
import { carriedSearch } from './carried-search.ts';
import classes from './top-bar.module.css';

interface TopBarProps {
  /** The page whose tab is marked; null for one that has none. */
  readonly screen: Screen | null;
  readonly title: string;
}

export function TopBar({ screen, title }: TopBarProps) {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <header className={classes.top}>
      <Link to="/map" search={{}} className={classes.brand} aria-label={t('common:product')}>
        <BrandMark />
        <b>{t('common:product')}</b>
      </Link>
      <h1 className={classes.title}>{title}</h1>
      <nav className={classes.tabs} aria-label={t('shell:navigation')}>
        {SCREENS.map((tab) => (
          <Link
            key={tab}
            to={`/${tab}`}
            search={carriedSearch}
            className={classes.tab}
            data-active={tab === screen || undefined}
          >
            {t(`shell:tabs.${tab}`)}
          </Link>
        ))}
      </nav>
      <div className={classes.tools}>
        <SearchButton />
        <NewIncidentButton search={carriedSearch} />
        <KeyHelp />
        <ThemeSwitch />
        <AccountMenu search={carriedSearch} />
      </div>
    </header>
  );
}

function ThemeSwitch() {
  const { t } = useTranslation('shell');
  const { setColorScheme } = useMantineColorScheme();
  const next = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark';
  const label = t(`theme.${next}`);
  return (
    <Tooltip label={label}>
      <ActionIcon size={28} aria-label={label} onClick={() => setColorScheme(next)}>
        {next === 'dark' ? <IconMoon size={17} stroke={1.5} /> : <IconSun size={17} stroke={1.5} />}
      </ActionIcon>
    </Tooltip>
  );
}
