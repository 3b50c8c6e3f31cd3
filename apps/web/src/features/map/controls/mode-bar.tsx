import { Button, Popover, SegmentedControl } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../../lib/view/use-view.ts';
import type { MapMode } from '../../../lib/view/view.ts';
import classes from './controls.module.css';
import { LayersMenu } from './layers-menu.tsx';
import { ShadeChoice } from './shade-choice.tsx';

/** What the map shows, and which layers, over its upper corner. */
export const ModeBar = memo(function ModeBar() {
  const { t } = useTranslation('map');
  const { view } = useView();
  return (
    <div className={classes.modeBar} data-map-control="">
      <ModeChoice />
      {view.mode === 'areas' && <ShadeChoice />}
      <Popover position="bottom-start" shadow="sm" trapFocus returnFocus>
        <Popover.Target>
          <Button
            className={classes.layersButton ?? ''}
            variant="default"
            leftSection={<IconStack2 size={16} stroke={1.5} aria-hidden="true" />}
          >
            {t('layers.button')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="sm">
          <LayersMenu />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
});

const MODES: readonly MapMode[] = ['incidents', 'density', 'areas'];

export function ModeChoice({ fullWidth = false }: { readonly fullWidth?: boolean }) {
  const { t } = useTranslation('map');
  const { view, patch } = useView();
  return (
    <SegmentedControl
      className={classes.segments ?? ''}
      aria-label={t('modes.label')}
      fullWidth={fullWidth}
      value={view.mode ?? 'incidents'}
      onChange={(value) => {
        const mode = MODES.find((candidate) => candidate === value);
        patch({ mode: mode === 'incidents' ? undefined : mode });
      }}
      data={MODES.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
    />
  );
}
