import type { IncidentSummary } from '@corridor/domain';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePortfolio } from './api/portfolio.ts';

type PlacePart = Pick<IncidentSummary, 'placeName' | 'province' | 'district' | 'placePrecision'>;

/** Short names of provinces, as tables and maps print them. */
export function useProvinceName(): (province: string) => string {
  const { provinces } = usePortfolio();
  const names = useMemo(() => new Map(provinces.map(({ name, shortName }) => [name, shortName])), [provinces]);
  return useCallback((province) => names.get(province) ?? province, [names]);
}

/** A place on one line: "Gwadar, Balochistan"; with a tilde and no more than is known where the place is vague. */
export function usePlaceText(): (place: PlacePart) => string {
  const { t } = useTranslation('common');
  const provinceName = useProvinceName();
  return useCallback(
    ({ placeName, province, district, placePrecision }) => {
      const inProvince = (place: string) =>
        province && place !== province ? t('provinceOf', { place, province: provinceName(province) }) : place;
      if (placePrecision === 'district' && district) return t('roughPlace', { place: inProvince(district) });
      if (placePrecision === 'province' && province) return t('roughPlace', { place: provinceName(province) });
      return inProvince(placeName.split(',')[0] ?? placeName);
    },
    [t, provinceName],
  );
}
