import { toFilterQuery } from '@corridor/domain';
import { Menu } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BarButton } from '../../../components/bar-button.tsx';
import { useAnswer } from '../../../engine/use-answer.ts';
import { pathAsOf } from '../../../lib/api/path-as-of.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useScreenFilter } from '../../../lib/view/screen-filter.ts';
import { useView } from '../../../lib/view/use-view.ts';
import classes from './bar.module.css';

const FORMATS = ['csv', 'geojson', 'ndjson', 'arrow'] as const;

/** Downloads of exactly what the screen counts, written by the API. */
export const ExportMenu = memo(function ExportMenu() {
  const { t } = useTranslation('filters');
  return (
    <Menu
      position="bottom-end"
      width={220}
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: classes.surface ?? '' }}
    >
      <Menu.Target>
        <BarButton icon={IconDownload} label={t('export.button')} />
      </Menu.Target>
      <Menu.Dropdown>
        <ExportItems />
      </Menu.Dropdown>
    </Menu>
  );
});

/** Counts only while the menu is open. */
function ExportItems() {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const { filter } = useScreenFilter();
  const { view } = useView();
  const { answer } = useAnswer(useMemo(() => ({ filter }), [filter]));
  const matched = answer?.totals.matched ?? 0;
  const query = toFilterQuery(filter);
  return (
    <>
      {answer && <Menu.Label>{t('export.what', { count: matched, formatted: format.count(matched) })}</Menu.Label>}
      {FORMATS.map((name) => (
        <Menu.Item
          key={name}
          component="a"
          href={pathAsOf(`/v1/incidents.${name}${query && `?${query}`}`, view.asOf ?? null)}
          download
        >
          {t(`export.${name}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<IconPrinter size={16} stroke={1.5} />} onClick={() => window.print()}>
        {t('export.print')}
      </Menu.Item>
    </>
  );
}
