import { toFilterQuery } from '@corridor/domain';
import { Menu } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarButton } from '../../../components/bar-button.tsx';
import { useAnswer } from '../../../engine/use-answer.ts';
import { leftOutQuery } from '../../../lib/api/left-out.ts';
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
      width={240}
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
  const [saved, setSaved] = useState<(typeof FORMATS)[number] | null>(null);
  const query = toFilterQuery(filter);
  const pathOf = (name: (typeof FORMATS)[number]) =>
    pathAsOf(`/v1/incidents.${name}${query && `?${query}`}`, view.asOf ?? null);
  const { data: leftOut = 0, error } = useQuery({
    ...leftOutQuery(pathOf('ndjson'), answer?.revision ?? 0),
    enabled: answer !== undefined,
  });
  const matched = answer?.totals.matched ?? 0;
  const exported = matched - leftOut;
  const words = { count: leftOut, formatted: format.count(leftOut) };
  return (
    <>
      {answer && <Menu.Label>{t('export.what', { count: exported, formatted: format.count(exported) })}</Menu.Label>}
      {leftOut > 0 && <p className={classes.leftOut}>{t('export.leftOut', words)}</p>}
      {error && <p className={classes.leftOut}>{t('export.leftOutUnknown', { reason: error.message })}</p>}
      {FORMATS.map((name) => (
        <Menu.Item
          key={name}
          component="a"
          className={classes.exported ?? ''}
          href={pathOf(name)}
          download
          closeMenuOnClick={leftOut === 0}
          onClick={() => setSaved(name)}
        >
          {t(`export.${name}`)}
        </Menu.Item>
      ))}
      <p className={classes.leftOut} role="status">
        {saved !== null && leftOut > 0 && t('export.savedWithout', words)}
      </p>
      <Menu.Divider />
      <Menu.Item leftSection={<IconPrinter size={16} stroke={1.5} />} onClick={() => window.print()}>
        {t('export.print')}
      </Menu.Item>
    </>
  );
}
