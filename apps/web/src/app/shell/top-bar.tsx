import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SearchButton } from '../../features/search/search-button.tsx';
import { SCREENS, useScreen } from '../../lib/view/screen-filter.ts';
import { carriedSearch } from './carried-search.ts';
import classes from './top-bar.module.css';

export function TopBar() {
  const { t } = useTranslation(['shell', 'common']);
  const screen = useScreen();
  return (
    <header className={classes.top}>
      <Link to="/map" search={{}} className={classes.brand} aria-label={t('common:product')}>
        <BrandMark />
        <b>{t('common:product')}</b>
      </Link>
      <h1 className={classes.title}>{t(`shell:tabs.${screen}`)}</h1>
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
        <ThemeSwitch />
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

function BrandMark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="var(--cw-text)" />
      <path
        d="M4.8 14.8C5.5 9 14 11.5 15 5"
        fill="none"
        stroke="var(--cw-surface)"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      <circle cx="4.9" cy="14.7" r="1.9" fill="var(--cw-surface)" />
      <circle cx="15" cy="5.2" r="1.9" fill="var(--cw-surface)" />
    </svg>
  );
}
