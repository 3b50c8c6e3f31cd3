import type { BinCell } from '@corridor/domain';
import { useComputedColorScheme } from '@mantine/core';
import { memo, useEffect, useMemo, useState } from 'react';
import {
  MapPane,
  type MapProjection,
  readToken,
  type ShadeClass,
  sequentialClasses,
} from '../../../components/base-map/index.ts';
import classes from './density.module.css';
import { type HeatGrid, heatGrid } from './heat-grid.ts';

export const HEAT_SIGMA_PX = 22;
const STEP_PX = 3;

export interface Heat {
  readonly grid: HeatGrid;
  readonly shades: readonly ShadeClass[];
}

/** Nothing anywhere; also what other ways to draw the map make of theirs, which would be the dearest part of a zoom. */
const NO_HEAT: Heat = {
  grid: heatGrid([], 0, 0, STEP_PX, HEAT_SIGMA_PX),
  shades: halfAndUp(sequentialClasses([0], true)),
};

/** How many incidents lie near each place of the map, and the classes to shade that by. */
export function useHeat(cells: readonly BinCell[], projection: MapProjection): Heat {
  return useMemo(() => {
    if (cells.length === 0) return NO_HEAT;
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
export const HeatLayer = memo(function HeatLayer({
  heat,
  projection,
}: {
  readonly heat: Heat;
  readonly projection: MapProjection;
}) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const scheme = useComputedColorScheme('light');
  const { origin, width, height } = projection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens' values change with the scheme
  useEffect(() => {
    if (canvas) paint(canvas, heat);
  }, [canvas, heat, scheme]);
  return (
    <MapPane name="heat">
      <canvas
        ref={setCanvas}
        className={classes.heat}
        style={{ insetInlineStart: origin.x, top: origin.y, width, height }}
      />
    </MapPane>
  );
});

function paint(canvas: HTMLCanvasElement, { grid, shades }: Heat): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  canvas.width = grid.columns;
  canvas.height = grid.rows;
  const colors = shades.map(({ from, below, token }) => ({
    from,
    below: below ?? Infinity,
    color: rgb(readToken(token)),
  }));
  const image = context.createImageData(grid.columns, grid.rows);
  const { data } = image;
  for (let index = 0; index < grid.values.length; index++) {
    const value = grid.values[index] ?? 0;
    const shade = colors.find(({ from, below }) => value >= from && value < below);
    if (!shade) continue;
    const at = index * 4;
    data[at] = shade.color[0];
    data[at + 1] = shade.color[1];
    data[at + 2] = shade.color[2];
    data[at + 3] = OPACITY;
  }
  context.putImageData(image, 0, 0);
}

const OPACITY = 205;

/** Red, green and blue of a token written as #rrggbb. */
function rgb(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
