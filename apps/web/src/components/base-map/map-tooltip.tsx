import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './base-map.module.css';
import { MapPane } from './map-pane.tsx';
import type { ScreenPoint } from './map-projection.ts';

/** A tooltip over a place of the map, in pane pixels. What it says must also stand outside the map. */
export function MapTooltip({
  at,
  gap = 12,
  children,
}: {
  readonly at: ScreenPoint;
  readonly gap?: number;
  readonly children: ReactNode;
}) {
  return (
    <MapPane name="selection">
      <Tooltip
        label={children}
        opened
        offset={gap}
        position="top"
        multiline
        maw={280}
        transitionProps={{ duration: 0 }}
      >
        <span className={classes.tooltipAnchor} style={{ left: at.x, top: at.y }} />
      </Tooltip>
    </MapPane>
  );
}
