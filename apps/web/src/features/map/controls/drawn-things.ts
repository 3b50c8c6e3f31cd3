import type { EventType } from '@corridor/domain';
import type { ShadeClass } from '../../../components/base-map/index.ts';
import type { RouteForm } from '../sites/route-form.ts';

/** What is drawn on the map at the moment, for its legend. */
export interface DrawnThings {
  readonly types: readonly EventType[];
  readonly single: boolean;
  readonly several: boolean;
  readonly districtOnly: boolean;
  readonly squares: boolean;
  readonly hotGlyphs: boolean;
  readonly allGlyphs: boolean;
  readonly routes: readonly RouteForm[];
  readonly claims: boolean;
  readonly area: boolean;
  readonly shading: ShadingKey | null;
}

export interface ShadingKey {
  readonly title: string;
  readonly shades: readonly ShadeClass[];
  readonly whole: boolean;
  readonly diverging: boolean;
}
