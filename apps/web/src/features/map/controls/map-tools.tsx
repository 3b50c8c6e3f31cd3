import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconCircle, IconMaximize, IconMinus, IconPlus, IconPolygon, IconStack2, IconTrash } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from 'react-leaflet';
import { usePortfolio } from '../../../lib/api/portfolio.ts';
import { useView } from '../../../lib/view/use-view.ts';
import type { DrawTool } from '../draw/draw-state.ts';
import type { Drawing } from '../draw/use-drawing.ts';
import classes from './controls.module.css';
import { LayersMenu } from './layers-menu.tsx';
import { ModeChoice } from './mode-bar.tsx';
import { ShadeChoice } from './shade-choice.tsx';
import { useZoomSteps } from './use-zoom-steps.ts';

const ICON = { size: 16, stroke: 1.5 } as const;

/** Zoom, fit and drawing, over the map's upper end corner; on a phone larger, with modes and layers in a menu. */
export const MapTools = memo(function MapTools({
  drawing,
  touch,
}: {
  readonly drawing: Drawing;
  readonly touch: boolean;
}) {
  const { t } = useTranslation('map');
  const map = useMap();
  const zoom = useZoomSteps();
  const { bounds } = usePortfolio();
  const { view, setFilter } = useView();
  const size = touch ? 40 : 28;
  const [west, south, east, north] = bounds;
  const clear = () => {
    const { area: _, ...rest } = view.filter;
    setFilter(rest);
  };
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('tools.label')} data-map-control="">
      <ActionIcon.Group orientation="vertical" aria-label={t('tools.zoom')}>
        {touch && <PhoneMenu size={size} />}
        <Tool label={t('tools.zoomIn')} size={size} onClick={() => zoom(1)}>
          <IconPlus {...ICON} />
        </Tool>
        <Tool label={t('tools.zoomOut')} size={size} onClick={() => zoom(-1)}>
          <IconMinus {...ICON} />
        </Tool>
        <Tool
          label={t('tools.fit')}
          size={size}
          onClick={() =>
            map.fitBounds(
              [
                [south, west],
                [north, east],
              ],
              { padding: [12, 12] },
            )
          }
        >
          <IconMaximize {...ICON} />
        </Tool>
      </ActionIcon.Group>
      <ActionIcon.Group orientation="vertical" aria-label={t('tools.draw')}>
        {!touch && <DrawToolButton drawing={drawing} tool="polygon" size={size} />}
        <DrawToolButton drawing={drawing} tool="circle" size={size} />
        {view.filter.area && (
          <Tool label={t('tools.clear')} size={size} onClick={clear}>
            <IconTrash {...ICON} />
          </Tool>
        )}
      </ActionIcon.Group>
    </div>
  );
});

function DrawToolButton({
  drawing: { state, dispatch },
  tool,
  size,
}: {
  readonly drawing: Drawing;
  readonly tool: DrawTool;
  readonly size: number;
}) {
  const { t } = useTranslation('map');
  const active = state.tool === tool;
  return (
    <Tool
      label={t(`tools.${tool}`)}
      size={size}
      pressed={active}
      onClick={() => dispatch(active ? { kind: 'cancel' } : { kind: 'start', tool })}
    >
      {tool === 'polygon' ? <IconPolygon {...ICON} /> : <IconCircle {...ICON} />}
    </Tool>
  );
}

function Tool({
  label,
  size,
  pressed,
  onClick,
  children,
}: {
  readonly label: string;
  readonly size: number;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip label={label} position="left">
      <ActionIcon
        variant="default"
        className={classes.tool ?? ''}
        size={size}
        aria-label={label}
        aria-pressed={pressed}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function PhoneMenu({ size }: { readonly size: number }) {
  const { t } = useTranslation('map');
  const { view } = useView();
  return (
    <Popover position="left-start" shadow="sm" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" className={classes.tool ?? ''} size={size} aria-label={t('layers.button')}>
          <IconStack2 {...ICON} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm" className={classes.phoneMenu ?? ''}>
        <ModeChoice fullWidth />
        {view.mode === 'areas' && <ShadeChoice fullWidth />}
        <LayersMenu />
      </Popover.Dropdown>
    </Popover>
  );
}
