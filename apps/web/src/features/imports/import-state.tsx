import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconFileText,
  IconLoader2,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportState as State } from '../../lib/api/imports.ts';
import classes from './imports.module.css';

const MARKS = {
  reading: IconLoader2,
  reported: IconFileText,
  committing: IconLoader2,
  committed: IconCircleCheck,
  undoing: IconLoader2,
  undone: IconArrowBackUp,
  cancelling: IconLoader2,
  cancelled: IconCircleX,
  failed: IconAlertTriangle,
} as const;

/** How an import stands: a word and a shape, with a colour besides. */
export function ImportState({ state }: { readonly state: State }) {
  const { t } = useTranslation('imports');
  const Mark = MARKS[state];
  return (
    <span className={classes.state} data-state={state}>
      <Mark size={16} stroke={1.75} aria-hidden="true" />
      {t(`states.${state}`)}
    </span>
  );
}
