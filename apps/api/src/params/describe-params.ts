import {
  ALL_SUB_EVENT_TYPES,
  AREA_SYNTAX,
  CERTAINTIES,
  EVENT_TYPES,
  FILTER_KEYS,
  type FilterKey,
  GRADES,
  MAX_RADIUS_KM,
  MAX_TEXT_LENGTH,
  MAX_VALUES,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';
import type { Params, ValueSchema } from './param.ts';

/** A query parameter as OpenAPI describes it. */
export type QueryParameter = {
  name: string;
  in: 'query';
  required: boolean;
  description: string;
  schema: ValueSchema | { type: 'array'; items: ValueSchema; maxItems: number };
  style?: 'form';
  explode?: boolean;
};

/** The OpenAPI parameters of a route: the filter when it takes one, then its own. */
export function describeParams(params: Params, { filter }: { readonly filter: boolean }): QueryParameter[] {
  const own = Object.entries(params).map(([name, { description, schema, repeated = false, required = false }]) =>
    describe(name, description, schema, { repeated, required }),
  );
  return filter ? [...describeFilter(), ...own] : own;
}

function describeFilter(): QueryParameter[] {
  return FILTER_KEYS.map((name) => {
    const { description, schema, repeated = false } = FILTER_DOCS[name];
    return describe(name, description, schema, { repeated, required: false });
  });
}

function describe(
  name: string,
  description: string,
  schema: ValueSchema,
  { repeated, required }: { readonly repeated: boolean; readonly required: boolean },
): QueryParameter {
  if (!repeated) return { name, in: 'query', required, description, schema };
  const words = `${description} Repeat the parameter for several values; they are alternatives.`;
  return {
    name,
    in: 'query',
    required,
    description: words,
    schema: { type: 'array', items: schema, maxItems: MAX_VALUES },
    style: 'form',
    explode: true,
  };
}

interface FilterDoc {
  readonly description: string;
  readonly schema: ValueSchema;
  readonly repeated?: boolean;
}

const text = { type: 'string', minLength: 1, maxLength: MAX_TEXT_LENGTH } as const;
const date = { type: 'string', format: 'date' } as const;
const choice = (values: readonly string[]): ValueSchema => ({ type: 'string', enum: [...values] });

const FILTER_DOCS: Readonly<Record<FilterKey, FilterDoc>> = {
  q: {
    description:
      'Words; each must begin a word of the title, summary, place or an actor. Case and accents do not matter.',
    schema: text,
  },
  from: { description: 'First day, included. An incident is counted on the day it began.', schema: date },
  to: { description: 'Last day, included; not before `from`.', schema: date },
  type: { description: 'ACLED event type.', schema: choice(EVENT_TYPES), repeated: true },
  subType: { description: 'ACLED sub-event type.', schema: choice(ALL_SUB_EVENT_TYPES), repeated: true },
  province: { description: 'Province by name; `/v1/taxonomy` lists them.', schema: text, repeated: true },
  district: { description: 'District by name; `/v1/taxonomy` lists them.', schema: text, repeated: true },
  actor: { description: 'Actor by name; `/v1/taxonomy` lists them.', schema: text, repeated: true },
  targetType: { description: 'Kind of target.', schema: choice(TARGET_TYPES), repeated: true },
  minSeverity: {
    description: 'Lowest severity, 1 (notable) to 5 (extreme).',
    schema: { type: 'integer', minimum: 1, maximum: 5 },
  },
  status: {
    description:
      'Status of the record. Without it all but `retracted`: such a record counts only where it is asked for.',
    schema: choice(STATUSES),
    repeated: true,
  },
  grade: {
    description: 'Admiralty grade: reliability A to F and credibility 1 to 6.',
    schema: choice(GRADES),
    repeated: true,
  },
  chinese: {
    description: 'Whether Chinese nationals were the target or among the killed or wounded.',
    schema: { type: 'boolean' },
  },
  site: {
    description: 'Near this site, by id: within its monitoring radius or `radiusKm`.',
    schema: text,
    repeated: true,
  },
  route: { description: 'Near this route, by id: within its width or `radiusKm`.', schema: text, repeated: true },
  radiusKm: {
    description: 'Replaces the radius of every `site` and `route` of the filter; goes with one of them.',
    schema: { type: 'number', minimum: 0.000001, maximum: MAX_RADIUS_KM },
  },
  certainty: {
    description:
      'How `site`, `route` and `area` treat places known only roughly: `inside` takes those that certainly lie within, `possible` (the default) also those that may.',
    schema: choice(CERTAINTIES),
  },
  area: { description: `Within an area: ${AREA_SYNTAX}.`, schema: { type: 'string' } },
  targetedSite: {
    description: 'Aimed at this site or route, by id, wherever it happened.',
    schema: text,
    repeated: true,
  },
  origin: {
    description: 'Where the record came from, as `GET /v1/feeds` names it. One that has no record matches nothing.',
    schema: text,
    repeated: true,
  },
};
