// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual table are placed by hand, which table elements do not allow
import { Checkbox } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './row-box.module.css';
import type { Choosing } from './use-chosen-rows.ts';

export const BOX_WIDTH = 36;

interface RowBoxProps {
  readonly id: string;
  readonly title: string;
  readonly index: number;
  readonly choosing: Choosing;
}

/** The box by which a row is chosen. The keyboard chooses rows by x, on the row that it is on. */
export function RowBox({ choosing, id, index, title }: RowBoxProps) {
  const { t } = useTranslation('bulk');
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    choosing.pick(index, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys
    <div role="gridcell" className={classes.cell} onClick={onClick}>
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={t('choose', { title })}
        checked={choosing.chosen.titles.has(id)}
        readOnly
      />
    </div>
  );
}

/** Chooses all rows, or none. */
export function HeadBox({ choosing: { canChooseAll, extent, pickAll } }: Pick<RowBoxProps, 'choosing'>) {
  const { t } = useTranslation('bulk');
  const label = canChooseAll ? t('chooseAll') : t('tooManyForAll');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its box takes the focus
    <div role="columnheader" className={classes.cell} title={canChooseAll ? undefined : label}>
      <Checkbox
        size="xs"
        aria-label={label}
        disabled={!canChooseAll}
        checked={extent === 'all'}
        indeterminate={extent === 'some'}
        onChange={pickAll}
      />
    </div>
  );
}
