import type { ImportState as State } from '@corridor/domain';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconFileText,
  IconLoader2,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../components/state-mark.tsx';

const MARKS = {
  reading: [IconLoader2, 'plain'],
  reported: [IconFileText, 'open'],
  committing: [IconLoader2, 'plain'],
  committed: [IconCircleCheck, 'good'],
  undoing: [IconLoader2, 'plain'],
  undone: [IconArrowBackUp, 'over'],
  cancelling: [IconLoader2, 'plain'],
  cancelled: [IconCircleX, 'over'],
  failed: [IconAlertTriangle, 'bad'],
} as const;

/** How an import stands. */
export function ImportState({ state }: { readonly state: State }) {
  const { t } = useTranslation('imports');
  const [mark, tone] = MARKS[state];
  return <StateMark state={state} mark={mark} tone={tone} word={t(`states.${state}`)} />;
}
