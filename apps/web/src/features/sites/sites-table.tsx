import { Select, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Change } from '../../components/change.tsx';
import base from '../../components/data-table.module.css';
import { SectorMark } from '../../components/sector-mark.tsx';
import { useComparisonNote } from '../../lib/covered/use-comparison-note.ts';
import { daysBetween, useFormat } from '../../lib/use-format.ts';
import { useView } from '../../lib/view/use-view.ts';
import { NewSiteMenu } from './new-site-menu.tsx';
import type { RankedSite } from './rank-sites.ts';
import { WINDOW_DAYS } from './site-windows.ts';
import classes from './sites-table.module.css';
import type { SiteRanks } from './use-site-ranks.ts';

/** The ranking, with a search by name and a choice of sector. Ranks stay those of the whole list. */
export function SitesTable({ ranks }: { readonly ranks: SiteRanks }) {
  const { t } = useTranslation(['sites', 'taxonomy']);
  const format = useFormat();
  const coverage = useComparisonNote(ranks.uncovered);
  const [text, setText] = useState('');
  const [sector, setSector] = useState<string | null>(null);
  const ranked = ranks.ranked ?? [];
  const sectors = useMemo(() => [...new Set(ranks.ranked?.map((site) => site.sector))].sort(), [ranks.ranked]);
  const shown = ranked
    .map((site, index) => ({ site, rank: index + 1 }))
    .filter(({ site }) => (sector === null || site.sector === sector) && matches(site.name, text));
  return (
    <>
      <div className={classes.toolbar}>
        <TextInput
          className={classes.find ?? ''}
          size="xs"
          leftSection={<IconSearch size={14} stroke={1.5} />}
          placeholder={t('sites:find')}
          aria-label={t('sites:find')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          className={classes.sector ?? ''}
          size="xs"
          clearable
          aria-label={t('sites:sectorFilter')}
          placeholder={t('sites:allSectors')}
          value={sector}
          onChange={setSector}
          data={sectors.map((value) => ({ value, label: t(`taxonomy:sector.${value}`) }))}
        />
        <NewSiteMenu />
      </div>
      <table className={`${base.table} ${classes.table}`}>
        <caption className={base.caption}>{t('sites:table', { date: format.date(ranks.end) })}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className={classes.rank}>
              {t('sites:rank')}
            </th>
            <th rowSpan={2} scope="col" className={classes.name}>
              {t('sites:name')}
            </th>
            <th colSpan={3} scope="colgroup" className={classes.group}>
              {t('sites:insideDays')}
            </th>
            <th scope="col" className={classes.possible}>
              {t('sites:possibly')}
            </th>
            <th rowSpan={2} scope="col" className={classes.change}>
              {t('sites:change')}
            </th>
            <th scope="col">{t('sites:sinceLast')}</th>
          </tr>
          <tr>
            {WINDOW_DAYS.map((days) => (
              <th key={days} scope="col" aria-sort={days === 365 ? 'descending' : undefined}>
                {days}
              </th>
            ))}
            <th scope="col" className={classes.possible}>
              365
            </th>
            <th scope="col">{t('sites:inside')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ site, rank }) => (
            <SiteRow key={site.id} site={site} rank={rank} end={ranks.end} />
          ))}
        </tbody>
      </table>
      {ranks.ranked && shown.length === 0 && <p className={classes.note}>{t('sites:noneFound', { text })}</p>}
      <p className={classes.note}>
        {[t('sites:rankNote', { date: format.date(ranks.end) }), coverage].filter(Boolean).join(' ')}
      </p>
    </>
  );
}

function SiteRow({ site, rank, end }: { readonly site: RankedSite; readonly rank: number; readonly end: string }) {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const { view, patch } = useView();
  const selected = view.openSite === site.id;
  return (
    <tr data-selected={selected || undefined}>
      <td className={classes.rank}>{rank}</td>
      <th scope="row" className={classes.name}>
        <UnstyledButton
          className={classes.site}
          aria-pressed={selected}
          title={site.name}
          onClick={() => patch({ openSite: site.id, radius: undefined })}
        >
          <SectorMark sector={site.sector} />
          <span>{site.name}</span>
        </UnstyledButton>
      </th>
      <td className={classes.quiet}>{format.count(site.inside[30])}</td>
      <td className={classes.quiet}>{format.count(site.inside[90])}</td>
      <td>
        <b>{format.count(site.inside[365])}</b>
      </td>
      <td className={`${classes.quiet} ${classes.possible}`}>
        {site.possible365 > 0 ? format.change(site.possible365) : format.count(0)}
      </td>
      <td className={classes.change}>
        {site.before === null ? '–' : <Change now={site.inside[365]} before={site.before} />}
      </td>
      <td>
        {site.lastInside ? (
          t('days', { formatted: format.count(daysBetween(site.lastInside, end)) })
        ) : (
          <span className={classes.quiet}>{t('never')}</span>
        )}
      </td>
    </tr>
  );
}

function matches(name: string, text: string): boolean {
  return name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());
}
