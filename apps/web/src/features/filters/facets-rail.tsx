import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FacetGroupsProvider } from './facet-groups.tsx';
import classes from './facets/facets.module.css';
import { PlaceFacet } from './facets/place-facet.tsx';
import {
  ActorFacet,
  ChineseFacet,
  GradeFacet,
  SeverityFacet,
  StatusFacet,
  TargetFacet,
} from './facets/plain-facets.tsx';
import { AimedFacet, NearFacet } from './facets/site-facets.tsx';
import { TypeFacet } from './facets/type-facet.tsx';

const SHOWN = { targets: 5, actors: 6, grades: 5, sites: 5 } as const;

/** The left rail: every facet with live counts. Below 1280 px the filter bar opens the same facets in a drawer. */
export function FacetsRail() {
  const { t } = useTranslation('filters');
  return (
    <aside className={classes.rail} aria-label={t('facets')}>
      <FacetList />
    </aside>
  );
}

export function FacetList() {
  const group = useId();
  return (
    <FacetGroupsProvider>
      <TypeFacet />
      <PlaceFacet />
      <SeverityFacet group={group} />
      <TargetFacet limit={SHOWN.targets} />
      <ActorFacet limit={SHOWN.actors} />
      <StatusFacet />
      <GradeFacet limit={SHOWN.grades} />
      <ChineseFacet group={group} />
      <NearFacet limit={SHOWN.sites} />
      <AimedFacet limit={SHOWN.sites} />
    </FacetGroupsProvider>
  );
}
