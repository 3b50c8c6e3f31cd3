import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Change } from '../../components/change.tsx';
import base from '../../components/data-table.module.css';
import { SeverityBars } from '../../components/severity.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { ProvinceRows, RegionRow } from './region-rows.ts';
import classes from './regions-table.module.css';
import type { Regions } from './use-regions.ts';

/** Provinces, opened into their districts, in the period and against the one before. */
export function RegionsTable({ regions }: { readonly regions: Regions }) {
  const { t } = useTranslation('regions');
  const format = useFormat();
  const { filter } = useScreenFilter();
  const expanded = useExpanded(regions.provinces ?? []);
  const compared = regions.provinces?.[0]?.province.before !== null;
  return (
    <table className={`${base.table} ${classes.table}`}>
      <caption className={base.caption}>{t('table', { period: format.period(filter.from, filter.to) })}</caption>
      <thead>
        <tr>
          <th rowSpan={2} scope="col" className={classes.name}>
            {t('place')}
          </th>
          <th colSpan={compared ? 3 : 1} scope="colgroup" className={classes.group}>
            {t('incidents')}
          </th>
          <th colSpan={compared ? 2 : 1} scope="colgroup" className={`${classes.group} ${classes.killed}`}>
            {t('killed')}
          </th>
          <th rowSpan={2} scope="col" className={classes.months}>
            {t('months', { formatted: format.count(regions.months) })}
          </th>
          <th rowSpan={2} scope="col" className={classes.worst}>
            {t('worst')}
          </th>
          <th rowSpan={2} scope="col" className={classes.last}>
            {t('last')}
          </th>
          <th rowSpan={2} scope="col" className={classes.sites}>
            {t('sites')}
          </th>
        </tr>
        <tr>
          <th scope="col">{t('now')}</th>
          {compared && <th scope="col">{t('before')}</th>}
          {compared && <th scope="col">{t('change')}</th>}
          <th scope="col" className={classes.killed}>
            {t('now')}
          </th>
          {compared && (
            <th scope="col" className={classes.killed}>
              {t('change')}
            </th>
          )}
        </tr>
      </thead>
      {(regions.provinces ?? []).map((rows) => (
        <ProvinceBody
          key={rows.province.name}
          rows={rows}
          regions={regions}
          open={expanded.isOpen(rows.province.name)}
          onToggle={() => expanded.toggle(rows.province.name)}
        />
      ))}
    </table>
  );
}

/** Which provinces show their districts: at first the one with most incidents, or those of the filter. */
function useExpanded(provinces: readonly ProvinceRows[]) {
  const { view, patch } = useView();
  const first = provinces[0]?.province.name;
  const initial = view.filter.province ?? (first === undefined ? [] : [first]);
  const open = view.expanded ?? initial;
  return {
    isOpen: (province: string) => open.includes(province),
    toggle: (province: string) =>
      patch(
        { expanded: open.includes(province) ? open.filter((name) => name !== province) : [...open, province] },
        { replace: true },
      ),
  };
}

function ProvinceBody({
  rows,
  regions,
  open,
  onToggle,
}: {
  readonly rows: ProvinceRows;
  readonly regions: Regions;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation('regions');
  const format = useFormat();
  const provinceName = useProvinceName();
  const [all, setAll] = useState(false);
  const { province, districts, quiet, withoutDistrict } = rows;
  const shownName = provinceName(province.name);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <tbody>
      <Row row={province} regions={regions} className={classes.province}>
        <UnstyledButton
          className={classes.chevron}
          aria-expanded={open}
          aria-label={t(open ? 'collapse' : 'expand', { province: shownName })}
          onClick={onToggle}
        >
          <Chevron size={14} stroke={1.5} />
        </UnstyledButton>
        <RegionButton name={province.name} label={shownName} />
      </Row>
      {open &&
        [...districts, ...(all ? quiet : [])].map((row) => (
          <Row key={row.name} row={row} regions={regions} className={classes.district}>
            <RegionButton name={row.name} label={row.name} />
          </Row>
        ))}
      {open && (withoutDistrict > 0 || quiet.length > 0) && (
        <tr>
          <td colSpan={9} className={classes.rest}>
            {withoutDistrict > 0 && (
              <span>{t('roughly', { count: withoutDistrict, formatted: format.count(withoutDistrict) })}</span>
            )}
            {quiet.length > 0 && (
              <UnstyledButton className={classes.link} onClick={() => setAll(!all)}>
                {all ? t('fewer') : t('more', { count: quiet.length, formatted: format.count(quiet.length) })}
              </UnstyledButton>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Selects a region; a second press lets it go. */
function RegionButton({ name, label }: { readonly name: string; readonly label: string }) {
  const { view, patch } = useView();
  const selected = view.openRegion === name;
  return (
    <UnstyledButton
      className={classes.region}
      aria-pressed={selected}
      onClick={() => patch({ openRegion: selected ? undefined : name })}
    >
      {label}
    </UnstyledButton>
  );
}

function Row({
  row,
  regions,
  className,
  children,
}: {
  readonly row: RegionRow;
  readonly regions: Regions;
  readonly className: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('regions');
  const format = useFormat();
  const { view } = useView();
  return (
    <tr className={className} data-selected={view.openRegion === row.name || undefined}>
      <th scope="row" className={classes.name}>
        <div className={classes.nameCell}>{children}</div>
      </th>
      <td>
        <b>{format.count(row.now)}</b>
      </td>
      {row.before !== null && <td className={classes.quiet}>{format.count(row.before)}</td>}
      {row.before !== null && (
        <td>
          <Change now={row.now} before={row.before} />
        </td>
      )}
      <td className={classes.killed}>{format.toll(row.killed, row.now)}</td>
      {row.killedBefore !== null && (
        <td className={classes.killed}>
          {row.now > 0 && row.killed.unknown >= row.now ? (
            '–'
          ) : (
            <Change now={row.killed.best} before={row.killedBefore.best} />
          )}
        </td>
      )}
      <td className={classes.months}>
        <Sparkline values={row.series} now={regions.monthsNow} width={104} height={18} />
      </td>
      <td className={classes.worst}>
        {row.worst ? (
          <div className={classes.worstCell}>
            <SeverityBars severity={row.worst.severity} />
            <span title={row.worst.title}>{row.worst.title}</span>
          </div>
        ) : (
          <span className={classes.quiet}>{t('none')}</span>
        )}
      </td>
      <td className={classes.last}>
        {row.last ? (
          format.date(row.last.start, row.last.datePrecision)
        ) : (
          <span className={classes.quiet}>{t('none')}</span>
        )}
      </td>
      <td className={classes.sites}>{format.count(row.sites)}</td>
    </tr>
  );
}
