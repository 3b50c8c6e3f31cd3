import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconClockExclamation,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../components/state-mark.tsx';
import type { Freshness } from '../../lib/api/feeds.ts';

const MARKS = {
  fresh: [IconCircleCheck, 'good'],
  stale: [IconClock, 'doubtful'],
  'very-stale': [IconClockExclamation, 'bad'],
  'no-data': [IconCircleDashed, 'over'],
  disabled: [IconPlayerPause, 'over'],
  error: [IconAlertTriangle, 'bad'],
} as const;

/** How far what is known of a source can be relied on to be recent. */
export function FreshnessMark({ state }: { readonly state: Freshness }) {
  const { t } = useTranslation('freshness');
  const [mark, tone] = MARKS[state];
  return <StateMark state={state} mark={mark} tone={tone} word={t(`states.${state}`)} />;
}
