import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconClockExclamation,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Freshness } from '../../lib/api/feeds.ts';
import classes from './freshness.module.css';

const MARKS = {
  fresh: IconCircleCheck,
  stale: IconClock,
  'very-stale': IconClockExclamation,
  'no-data': IconCircleDashed,
  disabled: IconPlayerPause,
  error: IconAlertTriangle,
} as const;

/** A state of freshness: a word and a shape, with a colour besides. */
export function FreshnessMark({ state }: { readonly state: Freshness }) {
  const { t } = useTranslation('freshness');
  const Mark = MARKS[state];
  return (
    <span className={classes.state} data-state={state}>
      <Mark size={16} stroke={1.75} aria-hidden="true" />
      {t(`states.${state}`)}
    </span>
  );
}
