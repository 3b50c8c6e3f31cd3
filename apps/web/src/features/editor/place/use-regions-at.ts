import { useMemo } from 'react';
import { useBoundaries } from '../../../components/base-map/index.ts';
import { usePortfolio } from '../../../lib/api/portfolio.ts';
import type { Regions } from './propose-place.ts';

/** Which district and province lie at a point; null until the base map is there. */
export function useRegionsAt(): Regions | null {
  const boundaries = useBoundaries();
  const { districts } = usePortfolio();
  return useMemo(() => {
    if (!boundaries) return null;
    const provinces = new Map(districts.map(({ name, province }) => [name, province]));
    return {
      districtAt: (longitude, latitude) => boundaries.districtAt(longitude, latitude),
      provinceAt: (longitude, latitude) => boundaries.provinceAt(longitude, latitude),
      provinceOf: (district) => provinces.get(district) ?? null,
    };
  }, [boundaries, districts]);
}
