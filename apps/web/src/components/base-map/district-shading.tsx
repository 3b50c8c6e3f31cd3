import { useId, useMemo } from 'react';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { type AreaShape, groupByPolygons, totalOf } from './area-shapes.ts';
import classes from './base-map.module.css';
import { MapPane, MapSvg } from './map-pane.tsx';
import { type ScreenPoint, svgPath, useMapProjection } from './map-projection.ts';
import { classOf, type ShadeClass } from './shade-classes.ts';
import { useBoundaries } from './use-boundaries.ts';
import { useMapPointer } from './use-map-pointer.ts';

export interface AreaHover extends ScreenPoint {
  /** The districts or provinces drawn by the polygon under the pointer. */
  readonly names: readonly string[];
}

interface DistrictShadingProps {
  readonly by: 'district' | 'province';
  /** Value by name. Where several share a polygon, their sum is shown. */
  readonly values: ReadonlyMap<string, number>;
  readonly shades: readonly ShadeClass[];
  readonly selected?: readonly string[];
  /** Names without data: hatched, not zero. */
  readonly missing?: ReadonlySet<string>;
  readonly onHover?: (hover: AreaHover | null) => void;
  readonly onPick?: (pick: AreaHover) => void;
}

const NONE: readonly string[] = [];

/** Districts or provinces filled by the class of their value. A value without a class (zero) leaves the land as it is. */
export function DistrictShading({
  by,
  values,
  shades,
  selected = NONE,
  missing,
  onHover,
  onPick,
}: DistrictShadingProps) {
  const projection = useMapProjection();
  const shapes = useAreaShapes(by);
  const paths = useMemo(
    () => new Map(shapes.map((shape) => [shape.key, svgPath(projection, shape.polygons.flat(), true)])),
    [shapes, projection],
  );
  const hatch = useId();
  const fillOf = (shape: AreaShape): string => {
    if (missing && shape.names.every((name) => missing.has(name))) return `url(#${hatch})`;
    const value = totalOf(shape, values);
    const shade = value === null ? null : classOf(shades, value);
    return shade ? `var(${shade.token})` : 'transparent';
  };
  const pointer = useMapPointer();
  const chosen = shapes.filter(({ names }) => names.some((name) => selected.includes(name)));
  return (
    <>
      <MapPane name="shading" interactive={Boolean(onHover ?? onPick)}>
        <MapSvg>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill="var(--cw-missing)" />
            <path d="M0 0V5" className={classes.hatch} />
          </pattern>
          {shapes.map((shape) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list or table beside the map is its keyboard twin
            <path
              key={shape.key}
              className={classes.shape}
              d={paths.get(shape.key)}
              fill={fillOf(shape)}
              fillRule="evenodd"
              data-interactive={onHover || onPick ? '' : undefined}
              data-map-item={onPick ? '' : undefined}
              data-area={shape.names[0]}
              onPointerDown={pointer.down}
              onPointerMove={(event) => onHover?.({ names: shape.names, ...pointer.at(event) })}
              onPointerLeave={() => onHover?.(null)}
              onClick={(event) => {
                if (pointer.isClick(event)) onPick?.({ names: shape.names, ...pointer.at(event) });
              }}
            />
          ))}
        </MapSvg>
      </MapPane>
      <MapPane name="selection">
        <MapSvg>
          {chosen.map((shape) => (
            <path key={shape.key} className={classes.chosen} d={paths.get(shape.key)} />
          ))}
        </MapSvg>
      </MapPane>
    </>
  );
}

/** The portfolio's districts or provinces as they are drawn. */
function useAreaShapes(by: 'district' | 'province'): readonly AreaShape[] {
  const { districts, provinces } = usePortfolio();
  const boundaries = useBoundaries();
  return useMemo(() => {
    if (!boundaries) return [];
    return by === 'district'
      ? groupByPolygons(
          districts.map(({ name }) => name),
          boundaries.districtPolygons,
        )
      : groupByPolygons(
          provinces.map(({ name }) => name),
          boundaries.provincePolygons,
        );
  }, [by, districts, provinces, boundaries]);
}
