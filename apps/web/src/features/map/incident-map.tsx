import type { BBox } from '@corridor/domain';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type BaseLayer, BaseMap } from '../../components/base-map/index.ts';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { useView } from '../../lib/view/use-view.ts';
import { MapContent } from './map-content.tsx';
import { useMapLayers } from './use-map-layers.ts';

/** Share of the portfolio's width that is left free to its east, where the legend lies over land that is not counted. */
const LEGEND_SHARE = 0.16;

const BASE_LAYERS: readonly BaseLayer[] = ['claims', 'rivers', 'towns'];

/** The map of the filter's answer. `onBounds` hears what part of the world it shows. */
export function IncidentMap({ onBounds }: { readonly onBounds: (bounds: BBox) => void }) {
  const { t } = useTranslation('map');
  const { view } = useView();
  const { bounds } = usePortfolio();
  const { has } = useMapLayers();
  const touch = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  return (
    <BaseMap
      label={t('label')}
      position={view.at}
      bounds={touch ? undefined : besideLegend(bounds)}
      layers={BASE_LAYERS.filter(has)}
      labels={false}
    >
      <MapContent touch={touch} onBounds={onBounds} />
    </BaseMap>
  );
}

function besideLegend([west, south, east, north]: BBox): BBox {
  return [west, south, east + (east - west) * LEGEND_SHARE, north];
}
