import type { Route } from '@corridor/domain';
import { memo, type PointerEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MapPane,
  type MapProjection,
  MapSvg,
  MapTooltip,
  type ScreenPoint,
  svgPath,
  useMapPointer,
} from '../../../components/base-map/index.ts';
import { useRoutes } from '../../../lib/api/portfolio.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { routeForm } from './route-form.ts';
import classes from './sites.module.css';

interface RouteHover extends ScreenPoint {
  readonly route: Route;
}

/** Corridor routes: built solid, being built dashed, planned dotted. */
export const RoutesLayer = memo(function RoutesLayer({
  projection,
  onOpen,
}: {
  readonly projection: MapProjection;
  readonly onOpen: (route: Route, at: ScreenPoint) => void;
}) {
  const { t } = useTranslation('taxonomy');
  const routes = useRoutes();
  const { view } = useView();
  const pointer = useMapPointer();
  const [hover, setHover] = useState<RouteHover | null>(null);
  const paths = useMemo(
    () => routes.map((route) => ({ route, d: svgPath(projection, [route.line], false) })),
    [routes, projection],
  );
  const show = (route: Route) => (event: PointerEvent) => setHover({ route, ...pointer.at(event) });
  return (
    <>
      <MapPane name="overlay" interactive>
        <MapSvg>
          {paths.map(({ route, d }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the Sites page is its keyboard twin
            <g
              key={route.id}
              className={classes.route}
              data-form={routeForm(route.status)}
              data-chosen={view.filter.route?.includes(route.id) || undefined}
              data-map-item=""
              data-testid="map-route"
              data-route={route.id}
              onPointerDown={pointer.down}
              onPointerMove={show(route)}
              onPointerLeave={() => setHover(null)}
              onClick={(event) => {
                if (!pointer.isClick(event)) return;
                setHover(null);
                onOpen(route, pointer.at(event));
              }}
            >
              <path className={classes.routeTouch} d={d} />
              <path className={classes.casing} d={d} />
              <path className={classes.line} d={d} />
            </g>
          ))}
        </MapSvg>
      </MapPane>
      {hover && (
        <MapTooltip at={hover}>
          <b>{hover.route.name}</b>
          <br />
          {t('sector.route')}, {t(`siteStatus.${hover.route.status}`)}
        </MapTooltip>
      )}
    </>
  );
});
