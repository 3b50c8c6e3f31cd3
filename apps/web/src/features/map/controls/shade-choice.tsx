import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../../../lib/view/use-view.ts';
import type { Shade } from '../../../lib/view/view.ts';
import { useShade } from '../areas/use-area-values.ts';
import classes from './controls.module.css';

const SHADES: readonly Shade[] = ['count', 'rate', 'change'];

/** What areas are shaded by. Change needs a period that begins on a day. */
export function ShadeChoice({ fullWidth = false }: { readonly fullWidth?: boolean }) {
  const { t } = useTranslation('map');
  const { patch } = useView();
  const { shade, changePossible, uncoveredBefore } = useShade();
  const reason = t(uncoveredBefore === 'whole' ? 'shades.uncoveredBefore' : 'shades.needsPeriod');
  return (
    <SegmentedControl
      className={classes.segments ?? ''}
      aria-label={t('shades.label')}
      title={changePossible ? undefined : reason}
      fullWidth={fullWidth}
      value={shade}
      onChange={(value) => {
        const chosen = SHADES.find((candidate) => candidate === value);
        patch({ shade: chosen === 'count' ? undefined : chosen });
      }}
      data={SHADES.map((value) => ({
        value,
        label: t(`shades.${value}`),
        disabled: value === 'change' && !changePossible,
      }))}
    />
  );
}
