import type { Filter } from '@corridor/domain';
import { useCallback, useMemo } from 'react';
import { SectorMark } from '../../../components/sector-mark.tsx';
import { toggle } from '../choose-values.ts';
import { useFacetGroups } from '../facet-groups.tsx';
import { facetRows, orderByFrequency } from '../facet-rows.ts';
import { useFilterEdit, useToggle } from '../use-filter-edit.ts';
import { useTargetSites } from '../use-target-sites.ts';
import { FacetFrame, FacetSkeleton } from './facet-frame.tsx';
import { NearOptions } from './near-options.tsx';
import { ValueList } from './value-list.tsx';

/** Sites and routes by how many incidents lie in their ring: certainly, and apart from that possibly. */
export function NearFacet({ limit }: { readonly limit?: number | undefined }) {
  const { filter } = useFilterEdit();
  const { all, now } = useFacetGroups();
  const targets = useTargetSites();
  const onToggle = useToggle(
    useCallback(
      (now: Filter, key: string) =>
        targets.get(key)?.kind === 'route' ? { route: toggle(now.route, key) } : { site: toggle(now.site, key) },
      [targets],
    ),
  );
  const keys = useMemo(() => orderByFrequency([...(all?.site ?? []), ...(all?.route ?? [])]), [all]);
  const chosen = [...(filter.site ?? []), ...(filter.route ?? [])];
  return (
    <FacetFrame part="near">
      {(limit === undefined || chosen.length > 0) && <NearOptions />}
      {all ? (
        <ValueList
          part="near"
          rows={facetRows(keys, [...(now.site ?? []), ...(now.route ?? [])])}
          labelOf={(key) => targets.get(key)?.name ?? key}
          markOf={targetMark}
          isChosen={(key) => chosen.includes(key)}
          onToggle={onToggle}
          limit={limit}
        />
      ) : (
        <FacetSkeleton rows={6} />
      )}
    </FacetFrame>
  );
}

/** Sites and routes by how many incidents were aimed at them, wherever they happened. */
export function AimedFacet({ limit }: { readonly limit?: number | undefined }) {
  const { filter } = useFilterEdit();
  const { all, now } = useFacetGroups();
  const targets = useTargetSites();
  const onToggle = useToggle(toggleTargetedSite);
  const keys = useMemo(() => orderByFrequency(all?.targetedSite), [all]);
  return (
    <FacetFrame part="targetedSite">
      {all ? (
        <ValueList
          part="targetedSite"
          rows={facetRows(keys, now.targetedSite)}
          labelOf={(key) => targets.get(key)?.name ?? key}
          markOf={targetMark}
          isChosen={(key) => filter.targetedSite?.includes(key) ?? false}
          onToggle={onToggle}
          limit={limit}
        />
      ) : (
        <FacetSkeleton rows={6} />
      )}
    </FacetFrame>
  );
}

const toggleTargetedSite = ({ targetedSite }: Filter, key: string) => ({ targetedSite: toggle(targetedSite, key) });

const targetMark = (key: string) => <TargetMark id={key} />;

function TargetMark({ id }: { readonly id: string }) {
  const target = useTargetSites().get(id);
  return target ? <SectorMark sector={target.sector} size={14} /> : null;
}
