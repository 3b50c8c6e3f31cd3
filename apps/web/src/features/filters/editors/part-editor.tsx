import type { ComponentType } from 'react';
import { FacetGroupsProvider } from '../facet-groups.tsx';
import { PlaceFacet } from '../facets/place-facet.tsx';
import {
  ActorFacet,
  ChineseFacet,
  GradeFacet,
  SeverityFacet,
  StatusFacet,
  TargetFacet,
} from '../facets/plain-facets.tsx';
import { AimedFacet, NearFacet } from '../facets/site-facets.tsx';
import { TypeFacet } from '../facets/type-facet.tsx';
import type { FilterPart } from '../filter-part.ts';
import { AreaEditor } from './area-editor.tsx';
import classes from './editors.module.css';
import { OriginEditor } from './origin-editor.tsx';
import { PeriodEditor } from './period-editor.tsx';
import { TextEditor } from './text-editor.tsx';

const EDITORS: Readonly<Record<FilterPart, ComponentType>> = {
  text: TextEditor,
  period: PeriodEditor,
  area: AreaEditor,
  type: TypeFacet,
  place: () => <PlaceFacet searchable />,
  near: () => <NearFacet />,
  actor: () => <ActorFacet />,
  targetType: () => <TargetFacet />,
  targetedSite: () => <AimedFacet />,
  severity: () => <SeverityFacet group="editor" />,
  chinese: () => <ChineseFacet group="editor" />,
  status: StatusFacet,
  grade: () => <GradeFacet />,
  origin: OriginEditor,
};

/** The editor of one part of the filter; every change takes effect at once. */
export function PartEditor({ part }: { readonly part: FilterPart }) {
  const Editor = EDITORS[part];
  return (
    <FacetGroupsProvider>
      <div className={classes.editor}>
        <Editor />
      </div>
    </FacetGroupsProvider>
  );
}
