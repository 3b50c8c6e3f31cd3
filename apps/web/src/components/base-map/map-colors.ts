import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

const TOKENS = {
  land: '--cw-map-land',
  neighbour: '--cw-map-neighbour',
  national: '--cw-map-national',
  province: '--cw-map-province',
  district: '--cw-map-district',
  river: '--cw-map-river',
  claim: '--cw-map-claim',
} as const;
export type MapColors = Readonly<Record<keyof typeof TOKENS, string>>;

/** Value of a colour token now. A canvas cannot follow CSS variables, so its colours are read again with each theme. */
export function readToken(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}

export function useMapColors(): MapColors {
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens' values change with the scheme
  return useMemo(readColors, [scheme]);
}

function readColors(): MapColors {
  return {
    land: readToken(TOKENS.land),
    neighbour: readToken(TOKENS.neighbour),
    national: readToken(TOKENS.national),
    province: readToken(TOKENS.province),
    district: readToken(TOKENS.district),
    river: readToken(TOKENS.river),
    claim: readToken(TOKENS.claim),
  };
}
