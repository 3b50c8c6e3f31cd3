import { useCallback, useMemo } from 'react';
import { useView } from '../../lib/view/use-view.ts';
import { MAP_LAYERS, type MapLayer } from '../../lib/view/view.ts';

export interface MapLayers {
  readonly shown: readonly MapLayer[];
  readonly has: (layer: MapLayer) => boolean;
  readonly toggle: (layer: MapLayer) => void;
}

/** The layers that are switched on; all of them unless the URL says otherwise. */
export function useMapLayers(): MapLayers {
  const { view, patch } = useView();
  const chosen = view.layers;
  const shown = useMemo(
    () => (chosen ? MAP_LAYERS.filter((layer) => chosen.includes(layer)) : [...MAP_LAYERS]),
    [chosen],
  );
  const toggle = useCallback(
    (layer: MapLayer) => {
      const next = MAP_LAYERS.filter((other) => (other === layer ? !shown.includes(layer) : shown.includes(other)));
      patch({ layers: next.length === MAP_LAYERS.length ? undefined : next });
    },
    [shown, patch],
  );
  return useMemo(() => ({ shown, has: (layer) => shown.includes(layer), toggle }), [shown, toggle]);
}
