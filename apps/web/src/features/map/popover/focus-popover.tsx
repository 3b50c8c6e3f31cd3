import { useTranslation } from 'react-i18next';
import type { MapProjection } from '../../../components/base-map/index.ts';
import { useRoutes, useSites } from '../../../lib/api/portfolio.ts';
import { useProvinceName } from '../../../lib/use-place-text.ts';
import type { MapFocus, OpenFocus } from '../map-focus.ts';
import { AreaFacts } from './area-facts.tsx';
import { ClusterList } from './cluster-list.tsx';
import { MapPopover } from './map-popover.tsx';
import { SiteFacts } from './site-facts.tsx';

/** The popover for what was clicked on the map. */
export function FocusPopover({
  focus,
  projection,
  onFocus,
}: {
  readonly focus: MapFocus;
  readonly projection: MapProjection;
  readonly onFocus: OpenFocus;
}) {
  const close = () => onFocus(null);
  return (
    <MapPopover focus={focus} label={useFocusName(focus)} projection={projection} onClose={close}>
      {(focus.kind === 'site' || focus.kind === 'route') && (
        <SiteFacts kind={focus.kind} id={focus.id} onDone={close} />
      )}
      {(focus.kind === 'district' || focus.kind === 'province') && (
        <AreaFacts kind={focus.kind} name={focus.name} onDone={close} />
      )}
      {(focus.kind === 'cluster' || focus.kind === 'rough') && <ClusterList focus={focus} onDone={close} />}
    </MapPopover>
  );
}

function useFocusName(focus: MapFocus): string {
  const { t } = useTranslation('map');
  const sites = useSites();
  const routes = useRoutes();
  const provinceName = useProvinceName();
  if (focus.kind === 'site') return sites.find(({ id }) => id === focus.id)?.name ?? focus.id;
  if (focus.kind === 'route') return routes.find(({ id }) => id === focus.id)?.name ?? focus.id;
  if (focus.kind === 'district') return focus.name;
  if (focus.kind === 'province') return provinceName(focus.name);
  if (focus.kind === 'rough') return t('cluster.roughly', { district: focus.districts.join(', ') });
  return t('cluster.here');
}
