import type { BinCell } from '@corridor/domain';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import {
  classOf,
  MapPane,
  type MapProjection,
  readToken,
  type ShadeClass,
  sequentialClasses,
} from '../../../components/base-map/index.ts';
import classes from './density.module.css';
import { type HeatGrid, heatGrid } from './heat-grid.ts';

export const HEAT_SIGMA_PX = 22;
const STEP_PX = 2;

export interface Heat {
  readonly grid: HeatGrid;
  readonly shades: readonly ShadeClass[];
}

/** How many incidents lie near each place of the map, and the classes to shade that by. */
export function useHeat(cells: readonly BinCell[], projection: MapProjection): Heat {
  return useMemo(() => {
    const { project, origin, width, height } = projection;
    const sources = cells.map(({ longitude, latitude, count }) => {
      const { x, y } = project(longitude, latitude);
      return { x: x - origin.x, y: y - origin.y, count };
    });
    const grid = heatGrid(sources, width, height, STEP_PX, HEAT_SIGMA_PX);
    return { grid, shades: halfAndUp(sequentialClasses([grid.max], true)) };
  }, [cells, projection]);
}

/** The lowest class begins at half an incident, so that a lone one is seen. */
function halfAndUp(shades: readonly ShadeClass[]): readonly ShadeClass[] {
  return shades.map((shade, index) => (index === 0 ? { ...shade, from: 0.5 } : shade));
}

/** Density as a smooth picture in the sequential ramp, under lines and labels. */
export function HeatLayer({ heat, projection }: { readonly heat: Heat; readonly projection: MapProjection }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme('light');
  const { origin, width, height } = projection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens' values change with the scheme
  useEffect(() => {
    if (canvas.current) paint(canvas.current, heat);
  }, [heat, scheme, width, height]);
  return (
    <MapPane name="heat">
      <canvas
        ref={(element) => {
          canvas.current = element;
          if (element) paint(element, heat);
        }}
        className={classes.heat}
        style={{ insetInlineStart: origin.x, top: origin.y, width, height }}
      />
    </MapPane>
  );
}

function paint(canvas: HTMLCanvasElement, { grid, shades }: Heat): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  canvas.width = grid.columns;
  canvas.height = grid.rows;
  const colors = new Map(shades.map((shade) => [shade, rgb(readToken(shade.token))]));
  const image = context.createImageData(grid.columns, grid.rows);
  grid.values.forEach((value, index) => {
    const shade = classOf(shades, value);
    const color = shade && colors.get(shade);
    if (color) image.data.set([...color, OPACITY], index * 4);
  });
  context.putImageData(image, 0, 0);
}

const OPACITY = 205;

/** Red, green and blue of a token written as #rrggbb. */
function rgb(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
