import { type Boundaries, createBoundaries } from '@corridor/geography';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { basemapQuery, usePortfolio } from '../../lib/api/portfolio.ts';

/** One decoding for all maps of the page: it costs some milliseconds. */
const decoded = new WeakMap<object, Boundaries>();

/** Polygons of districts and provinces; null until the base map is there. */
export function useBoundaries(): Boundaries | null {
  const { districts, provinces } = usePortfolio();
  const { data } = useQuery(basemapQuery('base'));
  return useMemo(() => {
    if (data === null || typeof data !== 'object') return null;
    const known = decoded.get(data);
    if (known) return known;
    const boundaries = createBoundaries(data, districts, provinces);
    decoded.set(data, boundaries);
    return boundaries;
  }, [data, districts, provinces]);
}
