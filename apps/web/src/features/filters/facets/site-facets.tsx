import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SectorMark } from '../../../components/sector-mark.tsx';
import { toggle } from '../choose-values.ts';
import { useFacetGroups } from '../facet-groups.tsx';
import { facetRows, orderByFrequency } from '../facet-rows.ts';
import { useFilterEdit } from '../use-filter-edit.ts';
import { useTargetSites } from '../use-target-sites.ts';
import { FacetFrame, FacetSkeleton } from './facet-frame.tsx';
import { NearOptions } from './near-options.tsx';
import { ValueList } from './value-list.tsx';

/** Sites and routes by how many incidents lie in their ring: certainly, and apart from that possibly. */
export function NearFacet({ limit }: { readonly limit?: number | undefined }) {
  const { t } = useTranslation('filters');
  const { filter, change } = useFilterEdit();
  const { all, now } = useFacetGroups();
  const targets = useTargetSites();
  const keys = useMemo(() => orderByFrequency([...(all?.site ?? []), ...(all?.route ?? [])]), [all]);
  const chosen = [...(filter.site ?? []), ...(filter.route ?? [])];
  return (
    <FacetFrame part="near">
      {(limit === undefined || chosen.length > 0) && <NearOptions />}
      {all ? (
        <ValueList
          name={t('part.near')}
          rows={facetRows(keys, [...(now.site ?? []), ...(now.route ?? [])])}
          labelOf={(key) => targets.get(key)?.name ?? key}
          markOf={(key) => <TargetMark id={key} />}
          isChosen={(key) => chosen.includes(key)}
          onToggle={(key) =>
            change(
              targets.get(key)?.kind === 'route'
                ? { route: toggle(filter.route, key) }
                : { site: toggle(filter.site, key) },
            )
          }
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
  const { t } = useTranslation('filters');
  const { filter, change } = useFilterEdit();
  const { all, now } = useFacetGroups();
  const targets = useTargetSites();
  const keys = useMemo(() => orderByFrequency(all?.targetedSite), [all]);
  return (
    <FacetFrame part="targetedSite">
      {all ? (
        <ValueList
          name={t('part.targetedSite')}
          rows={facetRows(keys, now.targetedSite)}
          labelOf={(key) => targets.get(key)?.name ?? key}
          markOf={(key) => <TargetMark id={key} />}
          isChosen={(key) => filter.targetedSite?.includes(key) ?? false}
          onToggle={(key) => change({ targetedSite: toggle(filter.targetedSite, key) })}
          limit={limit}
        />
      ) : (
        <FacetSkeleton rows={6} />
      )}
    </FacetFrame>
  );
}

function TargetMark({ id }: { readonly id: string }) {
  const target = useTargetSites().get(id);
  return target ? <SectorMark sector={target.sector} size={14} /> : null;
}
