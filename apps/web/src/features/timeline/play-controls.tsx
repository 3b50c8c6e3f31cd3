import { ActionIcon, UnstyledButton } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerTrackNextFilled } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moveBrush } from './brush.ts';
import classes from './timeline.module.css';
import type { TimelineScale } from './timeline-scale.ts';
import type { BrushHandle } from './use-brush.ts';

const SPEEDS = [1, 2, 4] as const;
const STEP_MS = 900;
/** Length of the window that plays where no period is set. */
const DEFAULT_WINDOW = 12;

/** Moves the period forward bar by bar until the end. Where motion is reduced, each press is one step. */
export function PlayControls({ scale, brush }: { readonly scale: TimelineScale; readonly brush: BrushHandle }) {
  const { t } = useTranslation('timeline');
  const still = useReducedMotion();
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);
  const [playing, setPlaying] = useState(false);
  const step = useStep(scale, brush);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      if (!step()) setPlaying(false);
    }, STEP_MS / speed);
    return () => clearInterval(timer);
  }, [playing, speed, step]);
  const label = still ? t('step') : t(playing ? 'pause' : 'play');
  const press = () => {
    if (!still) setPlaying(!playing);
    if (still || !playing) step();
  };
  return (
    <>
      <ActionIcon size={24} aria-label={label} title={label} onClick={press}>
        {still ? (
          <IconPlayerTrackNextFilled size={13} />
        ) : playing ? (
          <IconPlayerPauseFilled size={13} />
        ) : (
          <IconPlayerPlayFilled size={13} />
        )}
      </ActionIcon>
      {playing && (
        <UnstyledButton
          className={classes.speed}
          aria-label={`${t('speed')}: ${t('speedValue', { speed })}`}
          onClick={() => setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1)}
        >
          {t('speedValue', { speed })}
        </UnstyledButton>
      )}
    </>
  );
}

/** A function that moves the window one bar and says whether there is more to come. It is the same one at every render. */
function useStep(scale: TimelineScale, handle: BrushHandle): () => boolean {
  const latest = useRef({ scale, handle });
  latest.current = { scale, handle };
  const [step] = useState(() => () => {
    const { brush, drag, drop } = latest.current.handle;
    const count = latest.current.scale.buckets.length;
    const isWhole = brush.first === 0 && brush.last === count - 1;
    const next = isWhole ? { first: 0, last: Math.min(count, DEFAULT_WINDOW) - 1 } : moveBrush(brush, 'both', 1, count);
    drag(next);
    drop();
    return next.last < count - 1;
  });
  return step;
}
