/** ACLED event types and their sub-event types, in ACLED's hierarchy order (ACLED codebook, 2024). */
export const SUB_EVENT_TYPES = {
  Battles: ['Government regains territory', 'Non-state actor overtakes territory', 'Armed clash'],
  Protests: ['Excessive force against protesters', 'Protest with intervention', 'Peaceful protest'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
} as const;

export type EventType = keyof typeof SUB_EVENT_TYPES;
export type SubEventType = (typeof SUB_EVENT_TYPES)[EventType][number];

/** Event types in the order in which every chart stacks them; developments come last and are never stacked. */
export const EVENT_TYPES = [
  'Explosions/Remote violence',
  'Battles',
  'Violence against civilians',
  'Riots',
  'Protests',
  'Strategic developments',
] as const satisfies readonly EventType[];

export const DEVELOPMENT: EventType = 'Strategic developments';

/** What counts as violence or unrest: all but ACLED's strategic developments. */
export const VIOLENT_TYPES = EVENT_TYPES.filter((type) => type !== DEVELOPMENT);

export const ALL_SUB_EVENT_TYPES: readonly SubEventType[] = EVENT_TYPES.flatMap((type) => [...SUB_EVENT_TYPES[type]]);

export const TARGET_TYPES = [
  'chinese-nationals',
  'project-site',
  'convoy',
  'infrastructure',
  'security-forces',
  'government',
  'civilians',
  'diplomatic',
  'media-other',
] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

export const STATUSES = ['reported', 'corroborated', 'confirmed', 'disputed', 'retracted'] as const;
export type Status = (typeof STATUSES)[number];

/** What a filter that names no status takes: a retracted record stays and can be asked for, but never counts. */
export const COUNTED_STATUSES: readonly Status[] = STATUSES.filter((status) => status !== 'retracted');

/** How sure it is that the named actor did it. `unknown` where nobody is named. */
export const ACTOR_CLAIMS = ['claimed', 'attributed', 'disputed', 'denied', 'unknown'] as const;
export type ActorClaim = (typeof ACTOR_CLAIMS)[number];

export const ACTOR_KINDS = ['militant', 'state', 'civil', 'foreign-state', 'criminal', 'company', 'other'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const DATE_PRECISIONS = ['day', 'week', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/**
 * How precisely a place is known, finest first. Each has an uncertainty used in all distance arithmetic:
 * a disc of PRECISION_RADIUS_KM, the polygon of the district, or none that can be drawn.
 */
export const PLACE_PRECISIONS = ['exact', 'site', 'place', 'near-place', 'district', 'province', 'country'] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

/** Half-width of a place's uncertainty in kilometres; null where it is an area or too vague to draw. */
export const PRECISION_RADIUS_KM: Readonly<Record<PlacePrecision, number | null>> = {
  exact: 0.05,
  site: 0.2,
  place: 5,
  'near-place': 25,
  district: null,
  province: null,
  country: null,
};

/** Admiralty (NATO) code: how reliable the source is, and how credible the information. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
export type Reliability = (typeof RELIABILITIES)[number];
export type Credibility = (typeof CREDIBILITIES)[number];
export type Grade = `${Reliability}${Credibility}`;
export const GRADES: readonly Grade[] = RELIABILITIES.flatMap((reliability) =>
  CREDIBILITIES.map((credibility): Grade => `${reliability}${credibility}`),
);

export const SEVERITIES = [1, 2, 3, 4, 5] as const;
export type Severity = (typeof SEVERITIES)[number];
