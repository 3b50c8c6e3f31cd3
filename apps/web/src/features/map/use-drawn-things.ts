import { EVENT_TYPES } from '@corridor/domain';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapProjection } from '../../components/base-map/index.ts';
import { useRoutes } from '../../lib/api/portfolio.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { MapMode } from '../../lib/view/view.ts';
import type { AreaValues } from './areas/use-area-values.ts';
import type { DrawnThings, ShadingKey } from './controls/drawn-things.ts';
import { HEAT_SIGMA_PX, type Heat } from './density/heat-layer.tsx';
import { type RouteForm, routeForm } from './sites/route-form.ts';
import { useMapLayers } from './use-map-layers.ts';
import type { Placement } from './use-placement.ts';

const ROUTE_FORMS: readonly RouteForm[] = ['built', 'building', 'planned'];
const GLYPHS_FROM_ZOOM = 7;

interface Scene {
  readonly mode: MapMode;
  readonly projection: MapProjection;
  readonly placement: Placement;
  readonly heat: Heat;
  readonly areas: AreaValues;
}

/** What the legend has to explain: only what is drawn in the view. */
export function useDrawnThings({ mode, projection, placement, heat, areas }: Scene): DrawnThings {
  const { view } = useView();
  const { has } = useMapLayers();
  const routes = useRoutes();
  const shading = useShadingKey(mode, projection, heat, areas);
  const showsRoutes = has('routes');
  const showsClaims = has('claims');
  const hasArea = view.filter.area !== undefined;
  const drawn = useMemo((): DrawnThings => {
    const { marks, sites, selected } = placement;
    const forms = showsRoutes ? routes.map(({ status }) => routeForm(status)) : [];
    const allGlyphs = projection.zoom >= GLYPHS_FROM_ZOOM;
    const glyphs = sites.some(({ form }) => form === 'glyph');
    return {
      types: EVENT_TYPES.filter(
        (type, index) => marks.some(({ byType }) => (byType[index] ?? 0) > 0) || selected?.record.eventType === type,
      ),
      single: marks.some(({ only }) => only !== null) || selected !== null,
      several: marks.some(({ only }) => only === null),
      districtOnly: placement.areas.length > 0,
      squares: sites.some(({ form }) => form === 'square'),
      hotGlyphs: glyphs && !allGlyphs,
      allGlyphs: glyphs && allGlyphs,
      routes: ROUTE_FORMS.filter((form) => forms.includes(form)),
      claims: showsClaims,
      area: hasArea,
      shading,
    };
  }, [placement, projection, routes, showsRoutes, showsClaims, hasArea, shading]);
  return useEqual(drawn);
}

/** The same object while it says the same: the legend is drawn anew only when it changes. */
function useEqual(value: DrawnThings): DrawnThings {
  const [kept, setKept] = useState(value);
  if (kept === value || JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}

function useShadingKey(mode: MapMode, { zoom, north, south, pxPerKm }: MapProjection, heat: Heat, areas: AreaValues) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const reachKm = (2 * HEAT_SIGMA_PX) / pxPerKm((north + south) / 2);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reach follows from the zoom
  return useMemo((): ShadingKey | null => {
    if (mode === 'areas') {
      const by = t(areas.by === 'district' ? 'legend.byDistrict' : 'legend.byProvince');
      const diverging = areas.shade === 'change';
      const ofPart = areas.shade === 'change' && areas.uncoveredBefore === 'part';
      return {
        title: `${t(`legend.${ofPart ? 'changeOfPart' : areas.shade}`)} ${by}`,
        shades: areas.shades,
        whole: areas.whole,
        diverging,
      };
    }
    if (mode !== 'density') return null;
    const distance = format.km(reachKm < 10 ? Number(reachKm.toFixed(1)) : Math.round(reachKm / 5) * 5);
    return { title: t('legend.densityTitle', { distance }), shades: heat.shades, whole: true, diverging: false };
  }, [mode, areas, heat.shades, t, format, zoom]);
}
