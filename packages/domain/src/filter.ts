import type { Area } from './area.ts';
import type { EventType, Grade, Severity, Status, SubEventType, TargetType } from './taxonomy.ts';

/**
 * Which incidents are meant. The one value behind every number, list, map and export.
 * An absent part does not restrict, but for `status`. Several values of one part are alternatives; parts are combined with "and".
 */
export interface Filter {
  /** Words; each must begin a word of title, summary, place or actor. Case and accents do not matter. */
  readonly q?: string;
  /** First and last day, ISO dates, both included. An incident is counted on the day it began. */
  readonly from?: string;
  readonly to?: string;
  readonly type?: readonly EventType[];
  readonly subType?: readonly SubEventType[];
  readonly province?: readonly string[];
  readonly district?: readonly string[];
  readonly actor?: readonly string[];
  readonly targetType?: readonly TargetType[];
  readonly minSeverity?: Severity;
  /** Absent means COUNTED_STATUSES: a retracted record counts only where it is asked for. */
  readonly status?: readonly Status[];
  readonly grade?: readonly Grade[];
  /** Whether Chinese nationals were the target or among the harmed. */
  readonly chinese?: boolean;
  /** Near any of these sites or routes. */
  readonly site?: readonly string[];
  readonly route?: readonly string[];
  /** Replaces each site's and route's own radius. */
  readonly radiusKm?: number;
  /**
   * How `site`, `route` and `area` treat places that are known only roughly: `inside` takes those that certainly lie
   * within, `possible` also those that may. Absent means `possible`.
   */
  readonly certainty?: Certainty;
  readonly area?: Area;
  /** Aimed at any of these sites or routes, wherever it happened. */
  readonly targetedSite?: readonly string[];
  /** Where the records came from, as they name it. */
  readonly origin?: readonly string[];
}

export const CERTAINTIES = ['inside', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const EMPTY_FILTER: Filter = {};

export const MAX_TEXT_LENGTH = 200;
export const MAX_VALUES = 200;
export const MAX_RADIUS_KM = 500;

export type FilterKey = keyof Filter;
