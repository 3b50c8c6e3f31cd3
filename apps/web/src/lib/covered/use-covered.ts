import type { Span } from '@corridor/domain';
import { useQuery } from '@tanstack/react-query';
import { coverageQuery } from '../api/feeds.ts';

/** The months that some source covers, oldest first; null until they are known, and then nothing is marked. */
export function useCovered(): readonly Span[] | null {
  return useQuery(coverageQuery).data ?? null;
}
