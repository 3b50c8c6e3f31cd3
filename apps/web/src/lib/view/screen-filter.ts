import { dayOf, type Filter, isoOf, monthsUpTo, VIOLENT_TYPES } from '@corridor/domain';
import { useLocation } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import type { Pace } from '../use-followed.ts';
import { useView } from './use-view.ts';

export const SCREENS = ['map', 'regions', 'sites', 'trends', 'incidents'] as const;
export type Screen = (typeof SCREENS)[number];

/** Parts of a filter that a screen fills in where the URL says nothing. They are shown as chips like any other. */
export type AssumedPart = 'type' | 'period';

export interface ScreenFilter {
  readonly screen: Screen;
  /** What everything on the screen, its exports and its truth bar count. */
  readonly filter: Filter;
  readonly assumed: readonly AssumedPart[];
}

const ASSUMES: Readonly<Record<Screen, readonly AssumedPart[]>> = {
  map: [],
  incidents: [],
  sites: ['type'],
  regions: ['type', 'period'],
  trends: ['type', 'period'],
};

/**
 * The filter of a screen. Regions, Sites and Trends count violence unless types are chosen; Regions and Trends take the
 * twelve months up to the last day of the data unless a period is chosen.
 */
export function applyScreenDefaults(filter: Filter, screen: Screen, lastDay: string | null): ScreenFilter {
  const assumed = ASSUMES[screen].filter((part) =>
    part === 'type' ? !filter.type && !filter.subType : !filter.from && !filter.to && lastDay !== null,
  );
  let complete = filter;
  if (assumed.includes('type')) complete = { ...complete, type: VIOLENT_TYPES };
  if (assumed.includes('period') && lastDay !== null) {
    const { from, to } = monthsUpTo(dayOf(lastDay), 12);
    complete = { ...complete, from: isoOf(from), to: isoOf(to) };
  }
  return { screen, filter: complete, assumed };
}

export function useScreen(): Screen {
  const pathname = useLocation({ select: (location) => location.pathname });
  return SCREENS.find((screen) => pathname.startsWith(`/${screen}`)) ?? 'map';
}

/** The filter of the screen that is shown, followed at a pace. */
export function useScreenFilter(pace: Pace = 'soon'): ScreenFilter {
  const screen = useScreen();
  const { view } = useView(pace);
  const { info } = useEngine();
  const lastDay = info?.lastDay ?? null;
  return useMemo(() => applyScreenDefaults(view.filter, screen, lastDay), [view.filter, screen, lastDay]);
}
