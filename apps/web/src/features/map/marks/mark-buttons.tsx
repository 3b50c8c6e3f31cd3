import { EVENT_TYPES } from '@corridor/domain';
import { type KeyboardEvent, memo, type SyntheticEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapProjection } from '../../../components/base-map/index.ts';
import type { KeyOf } from '../../../lib/keys/key-commands.ts';
import { pressedKey } from '../../../lib/keys/pressed-key.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { type MarkTarget, placeOf } from './mark-target.ts';
import classes from './marks.module.css';

/** The list beside the map holds every incident: a longer row of buttons would help nobody. */
const MOST = 100;

interface MarkButtonsProps {
  readonly targets: readonly MarkTarget[];
  readonly projection: MapProjection;
  /** Hears the key of the mark that the keyboard is on; it is ringed on the canvas. */
  readonly onFocus: (key: string | null) => void;
  readonly onOpen: (target: MarkTarget) => void;
}

/** The marks in view for keyboard and screen reader. One stop for Tab; arrows go from mark to mark, Enter opens. */
export const MarkButtons = memo(function MarkButtons({ targets, projection, onFocus, onOpen }: MarkButtonsProps) {
  const { t } = useTranslation('map');
  const listRef = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const shown = useMemo(() => inReadingOrder(targets, projection), [targets, projection]);
  const stop = Math.min(current, shown.length - 1);
  const indexOf = ({ target }: SyntheticEvent) =>
    target instanceof Element ? [...(listRef.current?.children ?? [])].indexOf(target) : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event, 'markStep', 'markEnd');
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    const next = listRef.current?.children[Math.max(0, Math.min(shown.length - 1, STEPS[key](stop, shown.length)))];
    if (next instanceof HTMLElement) next.focus();
  };
  if (shown.length === 0) return null;
  return (
    <div
      ref={listRef}
      className={classes.buttons}
      role="toolbar"
      aria-label={t('marks')}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const index = indexOf(event);
        setCurrent(index);
        onFocus(shown[index]?.key ?? null);
      }}
      onBlur={() => onFocus(null)}
      onClick={(event) => {
        const target = shown[indexOf(event)];
        if (target) onOpen(target);
      }}
    >
      {shown.map((target, index) => (
        <MarkButton key={target.key} target={target} tabbable={index === stop} />
      ))}
    </div>
  );
});

const STEPS: Readonly<Record<KeyOf<'markStep' | 'markEnd'>, (index: number, count: number) => number>> = {
  ArrowLeft: (index) => index - 1,
  ArrowUp: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  ArrowDown: (index) => index + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The largest marks in view, from north to south. */
function inReadingOrder(targets: readonly MarkTarget[], { origin, width, height }: MapProjection) {
  return targets
    .filter((target) => {
      const { x, y } = placeOf(target);
      return x >= origin.x && x <= origin.x + width && y >= origin.y && y <= origin.y + height;
    })
    .toSorted((a, b) => countOf(b) - countOf(a))
    .slice(0, MOST)
    .toSorted((a, b) => placeOf(a).y - placeOf(b).y);
}

const countOf = (target: MarkTarget): number => (target.kind === 'mark' ? target.mark.count : target.area.count);

interface MarkButtonProps {
  readonly target: MarkTarget;
  readonly tabbable: boolean;
}

const MarkButton = memo(function MarkButton({ target, tabbable }: MarkButtonProps) {
  return (
    <button
      type="button"
      tabIndex={tabbable ? 0 : -1}
      aria-label={useMarkName(target)}
      data-testid={target.kind === 'area' ? 'map-area' : target.mark.only ? 'map-incident' : 'map-cluster'}
      data-count={countOf(target)}
    />
  );
}, saysSame);

function saysSame(before: MarkButtonProps, after: MarkButtonProps): boolean {
  return (
    before.tabbable === after.tabbable &&
    before.target.kind === after.target.kind &&
    before.target.key === after.target.key &&
    countOf(before.target) === countOf(after.target) &&
    typesOf(before.target) === typesOf(after.target)
  );
}

const typesOf = (target: MarkTarget): string => (target.kind === 'mark' ? target.mark.byType.join() : '');

/** "12 incidents: 7 Explosions, 5 Battles", or title and day of a single one. */
function useMarkName(target: MarkTarget): string {
  const { t } = useTranslation(['map', 'taxonomy']);
  const format = useFormat();
  if (target.kind === 'area') {
    const { shape, count } = target.area;
    const heading = t('map:cluster.heading', { count, formatted: format.count(count) });
    return `${t('map:cluster.roughly', { district: shape.names.join(', ') })}: ${heading}`;
  }
  const { only, count, byType } = target.mark;
  if (only) return `${only.title}, ${format.dates(only.start, only.end, only.datePrecision)}`;
  const types = EVENT_TYPES.flatMap((type, index) => {
    const value = byType[index] ?? 0;
    return value > 0 ? [`${format.count(value)} ${t(`taxonomy:typeShort.${type}`)}`] : [];
  });
  return `${t('map:cluster.heading', { count, formatted: format.count(count) })}: ${types.join(', ')}`;
}
