import { isoOf } from '@corridor/domain';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyOf } from '../../lib/keys/key-commands.ts';
import { pressedKey } from '../../lib/keys/pressed-key.ts';
import { useFormat } from '../../lib/use-format.ts';
import { viewStore } from '../../lib/view/view-store.ts';
import { type Handle, moveHandle, stepHandle, stepWindow, type Window } from './brush.ts';
import type { PlotMetrics } from './plot-metrics.ts';
import { barCount, bucketOfDay, type TimeAxis, xOfDay } from './time-axis.ts';
import classes from './timeline.module.css';
import type { Commit } from './use-brush.ts';

interface BrushHandlesProps {
  readonly axis: TimeAxis;
  readonly metrics: PlotMetrics;
  readonly window: Window;
  /** Whether a period is chosen; the handles wait pale at the ends otherwise. */
  readonly set: boolean;
  readonly commit: Commit;
}

/** The two ends of the window: sliders for the keyboard, grips for the pointer. */
export function BrushHandles({ axis, metrics, window, set, commit }: BrushHandlesProps) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  return (['from', 'to'] as const).map((handle) => {
    const day = window[handle];
    const x = xOfDay(axis, handle === 'from' ? day : day + 1);
    const bottom = metrics.top + metrics.barsHeight + (metrics.ticks ? 16 : 0);
    const middle = metrics.top + metrics.barsHeight / 2;
    return (
      <g
        key={handle}
        role="slider"
        tabIndex={0}
        className={classes.handle}
        data-set={set || undefined}
        aria-label={t(handle)}
        aria-valuemin={0}
        aria-valuemax={barCount(axis) - 1}
        aria-valuenow={bucketOfDay(axis, day)}
        aria-valuetext={format.date(isoOf(day))}
        onKeyDown={(event) => {
          const next = afterKey(event, axis, window, handle);
          if (!next) return;
          event.preventDefault();
          commit(next, { replace: set });
          const further = afterKey(event, axis, next, handle);
          if (further) viewStore.expect(() => commit(further, { replace: true }));
        }}
      >
        <rect x={x - 12} y="0" width="24" height={bottom} className={classes.grip} />
        <line x1={x} x2={x} y1="0" y2={bottom} />
        <rect x={x - 3.5} y={middle - 10} width="7" height="20" rx="3.5" className={classes.knob} />
      </g>
    );
  });
}

const STEPS: Readonly<Record<KeyOf<'periodEndStep'>, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
};
const WHOLE_STEPS: Readonly<Record<KeyOf<'periodStep'>, number>> = {
  'Shift+ArrowLeft': -1,
  'Shift+ArrowDown': -1,
  'Shift+ArrowRight': 1,
  'Shift+ArrowUp': 1,
};

function afterKey(event: KeyboardEvent, axis: TimeAxis, window: Window, handle: Handle): Window | null {
  const step = pressedKey(event, 'periodEndStep');
  if (step !== null) return stepHandle(axis, window, handle, STEPS[step]);
  const wholeStep = pressedKey(event, 'periodStep');
  if (wholeStep !== null) return stepWindow(axis, window, WHOLE_STEPS[wholeStep]);
  const most = pressedKey(event, 'periodEndMost');
  return most === null ? null : moveHandle(axis, window, handle, most === 'Home' ? 0 : barCount(axis));
}
