import { EVENT_TYPES } from '@corridor/domain';
import { eventTypeColor } from '../../components/event-type.tsx';
import type { Stack } from './use-timeline.ts';

/** Shades of one ramp for values that are no event types: types alone own the type colours. */
const SHADES = [
  'var(--cw-seq-5)',
  'var(--cw-seq-4)',
  'var(--cw-seq-3)',
  'var(--cw-seq-2)',
  'var(--cw-text-3)',
  'var(--cw-text-off)',
];

export function stackColour({ key }: Stack, position: number): string {
  const type = EVENT_TYPES.find((candidate) => candidate === key);
  return type ? eventTypeColor(type) : (SHADES[position] ?? 'var(--cw-border-strong)');
}
