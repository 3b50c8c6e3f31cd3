import type { BBox } from '@corridor/domain';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type BaseLayer, BaseMap } from '../../components/base-map/index.ts';
import { useView } from '../../lib/view/use-view.ts';
import { MapContent } from './map-content.tsx';
import { useMapLayers } from './use-map-layers.ts';

const BASE_LAYERS: readonly BaseLayer[] = ['claims', 'rivers', 'towns'];

/** The map of the filter's answer. `onBounds` hears what part of the world it shows. */
export function IncidentMap({ onBounds }: { readonly onBounds: (bounds: BBox) => void }) {
  const { t } = useTranslation('map');
  const { view } = useView();
  const { has } = useMapLayers();
  const touch = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  return (
    <BaseMap label={t('label')} position={view.at} layers={BASE_LAYERS.filter(has)} labels={false}>
      <MapContent touch={touch} onBounds={onBounds} />
    </BaseMap>
  );
}
