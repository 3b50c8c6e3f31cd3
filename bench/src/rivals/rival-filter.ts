import { dayOf, type Filter } from '@corridor/domain';
import type { RivalColumns } from './rival-columns.ts';

/** A filter over columns: codes instead of names, days instead of dates. */
export interface RivalFilter {
  /** The same in the words of the product, for our own engine. */
  readonly filter: Filter;
  /** Any of these codes; null does not restrict. */
  readonly type: readonly number[] | null;
  readonly province: readonly number[] | null;
  readonly actor: readonly number[] | null;
  /** First and last day, both included; null does not restrict. */
  readonly period: readonly [from: number, to: number] | null;
  /** Possibly within so many kilometres of the site that the columns were made for. */
  readonly radiusKm: number | null;
}

/** The parts that may restrict; each that is a facet is left out of its own counts. */
export const PARTS = ['type', 'province', 'actor', 'period', 'radiusKm'] as const;
export type Part = (typeof PARTS)[number];

export function toRivalFilter(columns: RivalColumns, filter: Filter): RivalFilter {
  const { type, province, actor, from, to, site, radiusKm, ...others } = filter;
  if (Object.keys(others).length > 0) throw new RangeError(`No rival knows the filter ${Object.keys(others)}`);
  if (site && (site.length !== 1 || site[0] !== columns.site || radiusKm === undefined))
    throw new RangeError(`Expected the site ${columns.site} with a radius`);
  const codes = (facet: 'type' | 'province' | 'actor', wanted: readonly string[] | undefined) =>
    wanted?.map((value) => columns.values[facet].indexOf(value)) ?? null;
  return {
    filter,
    type: codes('type', type),
    province: codes('province', province),
    actor: codes('actor', actor),
    period: from === undefined && to === undefined ? null : [dayOf(from ?? '0001-01-01'), dayOf(to ?? '9999-12-31')],
    radiusKm: site && radiusKm !== undefined ? radiusKm : null,
  };
}

export function activeParts(filter: RivalFilter): readonly Part[] {
  return PARTS.filter((part) => filter[part] !== null);
}
