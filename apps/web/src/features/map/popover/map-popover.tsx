import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMapEvents } from 'react-leaflet';
import { MapPane, type MapProjection } from '../../../components/base-map/index.ts';
import type { MapFocus } from '../map-focus.ts';
import classes from './popover.module.css';

/** A popover that points to a place of the map. It closes on Escape, a click elsewhere, or when the map moves. */
export function MapPopover({
  focus,
  label,
  projection,
  onClose,
  children,
}: {
  readonly focus: MapFocus;
  readonly label: string;
  readonly projection: MapProjection;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  useMapEvents({ dragstart: onClose, zoomstart: onClose });
  const { x, y } = projection.project(focus.longitude, focus.latitude);
  return (
    <MapPane name="drawing">
      <Popover
        opened
        onDismiss={onClose}
        onChange={(opened) => {
          if (!opened) onClose();
        }}
        position="top"
        offset={14}
        shadow="sm"
        width={300}
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
        withRoles={false}
      >
        <Popover.Target>
          <span className={classes.anchor} style={{ left: x, top: y }} />
        </Popover.Target>
        <Popover.Dropdown p={0} role="dialog" aria-label={label} data-testid="map-popover">
          {children}
        </Popover.Dropdown>
      </Popover>
    </MapPane>
  );
}
