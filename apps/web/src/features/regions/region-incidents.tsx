import type { Filter, Query } from '@corridor/domain';
import { Button, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentItem } from '../../components/incident-item.tsx';
import { LoadError } from '../../components/load-error.tsx';
import { useAnswer } from '../../engine/use-answer.ts';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import { patchSearch } from '../../lib/view/view.ts';
import classes from './region-incidents.module.css';

const SHOWN = 50;

/** The newest incidents of the chosen province or district. */
export function RegionIncidents() {
  const { t } = useTranslation('regions');
  const format = useFormat();
  const { view, patch, setFilter } = useView();
  const { filter } = useScreenFilter();
  const region = useRegion(view.openRegion);
  const regionFilter = useMemo(() => (region ? { ...filter, ...region.part } : filter), [filter, region]);
  const query = useMemo(
    (): Query => ({ filter: regionFilter, page: { sort: { by: 'date', descending: true }, offset: 0, limit: SHOWN } }),
    [regionFilter],
  );
  const { answer, error, retry } = useAnswer(query);
  if (!region) return <p className={classes.hint}>{t('choose')}</p>;
  const matched = answer?.totals.matched ?? 0;
  const rest = matched - SHOWN;
  return (
    <section className={classes.detail} aria-label={t('detail')}>
      <header className={classes.head}>
        <h2>{region.label}</h2>
        <span>{t('inPeriod', { count: matched, formatted: format.count(matched) })}</span>
        <Button variant="subtle" onClick={() => setFilter({ ...view.filter, ...region.part })}>
          {t('filterTo')}
        </Button>
      </header>
      {error && <LoadError what={region.label} error={error} retry={retry} />}
      {answer && matched === 0 && <p className={classes.hint}>{t('empty', { place: region.label })}</p>}
      <ul className={classes.list}>
        {answer?.page?.items.map((incident) => (
          <li key={incident.id}>
            <Link
              to="/incidents"
              className={classes.item}
              search={(search) => patchSearch(search, { filter: regionFilter, incident: incident.id })}
            >
              <IncidentItem incident={incident} />
            </Link>
          </li>
        ))}
      </ul>
      <Link to="/incidents" className={classes.all} search={(search) => patchSearch(search, { filter: regionFilter })}>
        {rest > 0 ? t('unlist', { count: rest, formatted: format.count(rest) }) : t('showIncidents')}
      </Link>
      <UnstyledButton className={classes.close} onClick={() => patch({ openRegion: undefined })}>
        {t('closeRegion')}
      </UnstyledButton>
    </section>
  );
}

interface ChosenRegion {
  readonly label: string;
  readonly part: Pick<Filter, 'province' | 'district'>;
}

/** The province or district of a name; null for a name that the portfolio does not know. */
function useRegion(name: string | undefined): ChosenRegion | null {
  const { t } = useTranslation('common');
  const { provinces, districts } = usePortfolio();
  const provinceName = useProvinceName();
  return useMemo(() => {
    if (name === undefined) return null;
    if (provinces.some((province) => province.name === name))
      return { label: provinceName(name), part: { province: [name] } };
    const district = districts.find((candidate) => candidate.name === name);
    if (!district) return null;
    const label = t('provinceOf', { place: district.name, province: provinceName(district.province) });
    return { label, part: { district: [district.name] } };
  }, [name, provinces, districts, provinceName, t]);
}
