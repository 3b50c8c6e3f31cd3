import type { BBox } from '@corridor/domain';

/** What a popover on the map is about; null when none is open. It stays at its place while the map moves. */
export type MapFocus = { readonly longitude: number; readonly latitude: number } & (
  | { readonly kind: 'site' | 'route'; readonly id: string }
  | { readonly kind: 'district'; readonly name: string }
  | { readonly kind: 'province'; readonly name: string }
  | { readonly kind: 'cluster'; readonly extent: BBox; readonly count: number }
  | { readonly kind: 'rough'; readonly districts: readonly string[]; readonly count: number }
);

export type OpenFocus = (focus: MapFocus | null) => void;
