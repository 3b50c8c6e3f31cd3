import { TextInput } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePortfolio } from '../../../lib/api/portfolio.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useProvinceName } from '../../../lib/use-place-text.ts';
import { toggle, toggleDistrict, toggleProvince } from '../choose-values.ts';
import { useFacetGroups } from '../facet-groups.tsx';
import { facetRows, matchesSearch, orderByFrequency, shortenRows } from '../facet-rows.ts';
import { useFilterEdit, useToggle } from '../use-filter-edit.ts';
import { ChoiceRow } from './choice-row.tsx';
import { FacetFrame, FacetSkeleton } from './facet-frame.tsx';
import classes from './facets.module.css';
import { MoreButton } from './more-button.tsx';

const SHOWN_DISTRICTS = 3;

/** Provinces, each with its districts to unfold; in an editor also searchable. */
export function PlaceFacet({ searchable = false }: { readonly searchable?: boolean }) {
  const { t } = useTranslation('filters');
  const { all } = useFacetGroups();
  const provinces = useMemo(() => orderByFrequency(all?.province), [all]);
  const [search, setSearch] = useState('');
  const [turned, setTurned] = useState<readonly string[]>([]);
  const isOpen = (province: string, index: number) => (index === 0 || search !== '') !== turned.includes(province);
  const onOpen = useCallback((province: string) => setTurned((before) => toggle(before, province)), []);
  return (
    <FacetFrame part="place">
      {searchable && (
        <TextInput
          className={classes.search ?? ''}
          size="xs"
          placeholder={t('choice.searchShort')}
          aria-label={t('choice.search', { part: t('part.place') })}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {all ? (
        provinces.map((province, index) => (
          <ProvinceRows
            key={province}
            province={province}
            provinces={provinces}
            search={search}
            open={isOpen(province, index)}
            onOpen={onOpen}
          />
        ))
      ) : (
        <FacetSkeleton rows={6} />
      )}
    </FacetFrame>
  );
}

interface ProvinceRowsProps {
  readonly province: string;
  readonly provinces: readonly string[];
  readonly search: string;
  readonly open: boolean;
  readonly onOpen: (province: string) => void;
}

function ProvinceRows({ province, provinces, search, open, onOpen }: ProvinceRowsProps) {
  const { filter } = useFilterEdit();
  const onToggle = useToggle(toggleProvince);
  const { now } = useFacetGroups();
  const provinceName = useProvinceName();
  const districts = useDistrictsOf(province);
  const row = facetRows(provinces, now.province).find(({ key }) => key === province);
  const some = districts.some((district) => filter.district?.includes(district));
  const found = search === '' || matchesSearch(provinceName(province), search);
  const foundDistricts = found ? districts : districts.filter((district) => matchesSearch(district, search));
  if (!row || (!found && foundDistricts.length === 0)) return null;
  return (
    <div className={classes.nested}>
      <ChoiceRow
        row={row}
        label={provinceName(province)}
        chosen={filter.province?.includes(province) ? 'all' : some ? 'some' : 'none'}
        anyChosen={filter.province !== undefined || filter.district !== undefined}
        onToggle={onToggle}
        level="top"
        open={open}
        onOpen={onOpen}
      />
      {open && <DistrictRows districts={foundDistricts} complete={search !== ''} />}
    </div>
  );
}

/** A province's districts, those with most incidents in the whole table first. */
function useDistrictsOf(province: string): readonly string[] {
  const { districts } = usePortfolio();
  const { all } = useFacetGroups();
  return useMemo(() => {
    const own = new Set(districts.filter((district) => district.province === province).map(({ name }) => name));
    return orderByFrequency(all?.district).filter((name) => own.has(name));
  }, [all, districts, province]);
}

function DistrictRows({ districts, complete }: { readonly districts: readonly string[]; readonly complete: boolean }) {
  const { t } = useTranslation('filters');
  const format = useFormat();
  const { filter } = useFilterEdit();
  const onToggle = useToggle(toggleDistrict);
  const { now } = useFacetGroups();
  const [expanded, setExpanded] = useState(false);
  const isChosen = (key: string) => filter.district?.includes(key) ?? false;
  const rows = facetRows(districts, now.district);
  const shown = expanded || complete ? rows : shortenRows(rows, SHOWN_DISTRICTS, isChosen);
  const hidden = rows.length - shown.length;
  return (
    <>
      {shown.map((row) => (
        <ChoiceRow
          key={row.key}
          row={row}
          label={row.key}
          chosen={isChosen(row.key) ? 'all' : 'none'}
          anyChosen={filter.province !== undefined || filter.district !== undefined}
          onToggle={onToggle}
          level="deep"
        />
      ))}
      {!complete && (hidden > 0 || expanded) && (
        <MoreButton
          sub
          text={
            expanded ? t('choice.fewer') : t('choice.moreDistricts', { count: hidden, formatted: format.count(hidden) })
          }
          expanded={expanded}
          onClick={() => setExpanded(!expanded)}
        />
      )}
    </>
  );
}
