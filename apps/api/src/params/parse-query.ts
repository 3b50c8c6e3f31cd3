import {
  type Filter,
  type InvalidParameter,
  Problem,
  parseFilterParams,
  type Query,
  toFilterParams,
} from '@corridor/domain';
import type { z } from 'zod';
import type { QueryEngine } from '../engine/query-engine.ts';
import type { querySchema } from '../schemas/query-schemas.ts';
import { findUnknownNames, type KnownValues } from './known-values.ts';
import { refuseWiderThanScreens } from './map-params.ts';
import { checkTimelineSize } from './summary-params.ts';

/**
 * A question from a body as the engine takes it. Its filter goes the way of a URL's, so that both mean the same to the
 * last decimal. Throws a Problem for what no engine should be asked: names that do not exist, a period or a map beyond
 * any screen.
 */
export function parseQuery(body: z.output<typeof querySchema>, known: KnownValues, engine: QueryEngine): Query {
  const query = asQuery(body);
  const filter = parseFilter(query.filter, known);
  const { bins, breakdowns, counts, groups, timeline } = query;
  if (bins) refuseWiderThanScreens(bins.bbox, bins.zoom);
  if (timeline) {
    const { ignorePeriod, stackBy, unit } = timeline;
    checkTimelineSize(engine, ignorePeriod ? {} : filter, { unit, stackBy });
  }
  for (const { by, unit } of breakdowns ?? []) if (unit) checkTimelineSize(engine, filter, { unit, stackBy: by });
  return {
    ...query,
    filter,
    ...(groups && { groups: [...new Set(groups)] }),
    ...(counts && { counts: [...new Set(counts)] }),
  };
}

function parseFilter(filter: Filter, known: KnownValues): Filter {
  const result = parseFilterParams(toFilterParams(filter));
  const invalid = result.ok ? findUnknownNames(result.filter, known) : result.issues;
  if (result.ok && invalid.length === 0) return result.filter;
  throw refusal(invalid.map(({ name, reason }) => ({ name: `filter.${name}`, reason })));
}

function refusal(invalid: readonly InvalidParameter[]): Problem {
  const words = invalid.slice(0, 5).map(({ name, reason }) => `${name} ${reason}`);
  return new Problem('invalid-body', `${words.join('; ')}.`, invalid);
}

/** Guarantee: the schema has checked every part that `Query` has; its optional parts are absent, never undefined. */
function asQuery(body: z.output<typeof querySchema>): Query {
  return body as Query;
}
