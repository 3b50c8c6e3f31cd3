import { useComputedColorScheme } from '@mantine/core';
import { memo, useEffect, useMemo, useState } from 'react';
import { MapPane, type MapProjection, readToken, svgPath } from '../../../components/base-map/index.ts';
import classes from './marks.module.css';
import type { SoftArea } from './soft-area.ts';

/** The canvas is drawn at a third of its size: its edges are soft anyway, and blurring costs a ninth. */
const SCALE = 1 / 3;
const BLUR_PX = 6;
const OPACITY = 0.26;

/** Districts of incidents that are known only to them, as soft shapes under lines and names. */
export const SoftAreas = memo(function SoftAreas({
  areas,
  projection,
}: {
  readonly areas: readonly SoftArea[];
  readonly projection: MapProjection;
}) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const scheme = useComputedColorScheme('light');
  const { origin, width, height } = projection;
  const paths = useMemo(() => new PathCache(projection), [projection]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the token's value changes with the scheme
  useEffect(() => {
    if (canvas) paint(canvas, areas, paths);
  }, [canvas, areas, paths, scheme]);
  return (
    <MapPane name="soft">
      <canvas
        ref={setCanvas}
        className={classes.canvas}
        style={{ insetInlineStart: origin.x, top: origin.y, width, height }}
      />
    </MapPane>
  );
});

/** Outlines in pane pixels, kept while the map stands. */
class PathCache {
  readonly projection: MapProjection;
  readonly #paths = new Map<string, Path2D>();

  constructor(projection: MapProjection) {
    this.projection = projection;
  }

  of({ shape }: SoftArea): Path2D {
    const known = this.#paths.get(shape.key);
    if (known) return known;
    const path = new Path2D(svgPath(this.projection, shape.polygons.flat(), true));
    this.#paths.set(shape.key, path);
    return path;
  }
}

function paint(canvas: HTMLCanvasElement, areas: readonly SoftArea[], paths: PathCache): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { origin, width, height } = paths.projection;
  canvas.width = Math.max(1, Math.round(width * SCALE));
  canvas.height = Math.max(1, Math.round(height * SCALE));
  context.setTransform(SCALE, 0, 0, SCALE, -origin.x * SCALE, -origin.y * SCALE);
  context.filter = `blur(${BLUR_PX * SCALE}px)`;
  context.globalAlpha = OPACITY;
  context.fillStyle = readToken('--cw-area');
  // One fill, since each is blurred by itself: a hundred of them once took a commit of the page 60 ms.
  const all = new Path2D();
  for (const area of areas) all.addPath(paths.of(area));
  context.fill(all);
}
