import type { Area } from '@corridor/domain';
import { useState } from 'react';
import { useMap } from 'react-leaflet';
import { MapPane, type MapProjection, MapSvg, svgPath } from '../../../components/base-map/index.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { areaRing } from './area-ring.ts';
import classes from './draw.module.css';
import { areaHandles, moveHandle } from './edit-area.ts';

/** The filter's area, with handles to drag its corners, or a circle's centre and rim. */
export function DrawnArea({ area, projection }: { readonly area: Area; readonly projection: MapProjection }) {
  const map = useMap();
  const format = useFormat();
  const { view, setFilter } = useView();
  const [dragged, setDragged] = useState<{ readonly index: number; readonly area: Area } | null>(null);
  const shown = dragged?.area ?? area;
  const drop = () => {
    map.dragging.enable();
    if (dragged) setFilter({ ...view.filter, area: dragged.area });
    setDragged(null);
  };
  const ring = areaRing(shown);
  return (
    <>
      <MapPane name="overlay">
        <MapSvg>
          <path className={classes.fill} d={svgPath(projection, [ring], true, 0)} />
          <path className={classes.line} d={svgPath(projection, [ring], true, 0)} data-testid="map-drawn-area" />
        </MapSvg>
      </MapPane>
      <MapPane name="drawing" interactive>
        <MapSvg>
          {areaHandles(shown).map(([longitude, latitude], index) => {
            const { x, y } = projection.project(longitude, latitude);
            return (
              <g
                // biome-ignore lint/suspicious/noArrayIndexKey: a handle is its place in the ring
                key={index}
                className={classes.handle}
                data-map-item=""
                data-testid="map-area-handle"
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  map.dragging.disable();
                  setDragged({ index, area });
                }}
                onPointerMove={(event) => {
                  if (dragged?.index !== index) return;
                  const { lng, lat } = map.mouseEventToLatLng(event.nativeEvent);
                  const moved = moveHandle(dragged.area, index, [lng, lat]);
                  if (moved) setDragged({ index, area: moved });
                }}
                onPointerUp={drop}
                onPointerCancel={() => {
                  map.dragging.enable();
                  setDragged(null);
                }}
              >
                <circle className={classes.grip} cx={x} cy={y} r="12" />
                <circle className={classes.corner} cx={x} cy={y} r="4" />
              </g>
            );
          })}
          {dragged && shown.kind === 'circle' && (
            <Readout at={projection.project(...shown.center)} text={format.km(shown.radiusKm)} />
          )}
        </MapSvg>
      </MapPane>
    </>
  );
}

function Readout({ at, text }: { readonly at: { readonly x: number; readonly y: number }; readonly text: string }) {
  return (
    <text className={classes.readout} x={at.x} y={at.y - 10} textAnchor="middle">
      {text}
    </text>
  );
}
