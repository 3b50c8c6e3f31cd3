import type { ScreenPoint } from '../../../components/base-map/index.ts';
import type { MapMark } from './map-mark.ts';
import { PILL_HEIGHT, type PlacedPill } from './place-pills.ts';
import type { SoftArea } from './soft-area.ts';

/** What is drawn on the canvas of marks and answers to pointer and keyboard. Pixels of the map's panes. */
export type MarkTarget =
  | { readonly kind: 'mark'; readonly key: string; readonly mark: MapMark }
  | { readonly kind: 'area'; readonly key: string; readonly area: PlacedPill<SoftArea> };

/** In the order of drawing: districts' counts lie under the marks. */
export function markTargets(marks: readonly MapMark[], areas: readonly PlacedPill<SoftArea>[]): readonly MarkTarget[] {
  return [
    ...areas.filter(({ shown }) => shown).map((area): MarkTarget => ({ kind: 'area', key: `~${area.key}`, area })),
    ...marks.map((mark): MarkTarget => ({ kind: 'mark', key: mark.key, mark })),
  ];
}

/** A small mark answers within this many pixels round it, for fingers. */
const TOUCH_RADIUS = 12;

/**
 * The target at a point: the topmost that covers it, otherwise the nearest small mark that is within reach of a finger;
 * null on bare land. O(targets).
 */
export function targetAt(targets: readonly MarkTarget[], point: ScreenPoint): MarkTarget | null {
  let nearest: MarkTarget | null = null;
  let reach = TOUCH_RADIUS;
  for (let index = targets.length - 1; index >= 0; index--) {
    const target = targets[index];
    if (!target) continue;
    if (target.kind === 'area') {
      if (isInPill(target.area, point)) return nearest ?? target;
      continue;
    }
    const distance = Math.hypot(target.mark.x - point.x, target.mark.y - point.y);
    if (distance <= target.mark.radius) return target;
    if (distance <= reach) {
      reach = distance;
      nearest = target;
    }
  }
  return nearest;
}

function isInPill({ x, y, width }: PlacedPill<SoftArea>, point: ScreenPoint): boolean {
  return Math.abs(point.x - x) <= width / 2 && Math.abs(point.y - y) <= PILL_HEIGHT / 2;
}

/** Where a target stands, and how far a tooltip or focus ring keeps from there. */
export function placeOf(target: MarkTarget): ScreenPoint & { readonly radius: number } {
  if (target.kind === 'mark') return target.mark;
  return { x: target.area.x, y: target.area.y, radius: PILL_HEIGHT / 2 };
}
