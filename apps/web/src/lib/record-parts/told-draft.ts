import { type Draft, draftSchema, type UnfinishedDraft } from '@corridor/domain';

/** A draft with '' for what has to be said and is not. */
export type ToldDraft = Omit<Draft, 'eventType' | 'subEventType' | 'targetType' | 'place'> & {
  readonly eventType: string;
  readonly subEventType: string;
  readonly targetType: string;
  readonly place: Omit<Draft['place'], 'precision'> & { readonly precision: string };
};

/** Nobody has counted. */
export const NO_CASUALTIES: Draft['casualties'] = {
  killed: null,
  wounded: null,
  abducted: null,
  attackersKilled: null,
  chineseKilled: null,
  chineseWounded: null,
};

const NO_PLACE = { name: '', province: null, district: null, latitude: null, longitude: null, precision: '' } as const;

/** Everything that a record says; what a draft does not is unknown, empty, or not judged. */
export function toldDraft(draft: UnfinishedDraft): ToldDraft {
  return {
    title: draft.title ?? '',
    summary: draft.summary ?? '',
    occurred: draft.occurred,
    eventType: draft.eventType ?? '',
    subEventType: draft.subEventType ?? '',
    actors: draft.actors ?? [],
    target: draft.target ?? '',
    targetType: draft.targetType ?? '',
    place: draft.place ?? NO_PLACE,
    casualties: draft.casualties ?? NO_CASUALTIES,
    claims: draft.claims ?? [],
    sources: draft.sources ?? [],
    grade: draft.grade ?? { reliability: 'F', credibility: '6' },
    targetedSites: draft.targetedSites ?? [],
    projectSite: draft.projectSite ?? '',
    notes: draft.notes ?? '',
    summarisesDay: draft.summarisesDay ?? false,
  };
}

/** Fields that nobody can leave open, and that an article may not tell. */
const NEEDED = ['title', 'eventType', 'subEventType', 'targetType', 'place'] as const;
export type NeededField = (typeof NEEDED)[number];

export type WholeDraft =
  | { readonly draft: Draft }
  | {
      readonly draft: null;
      /** What is missing or does not fit. */
      readonly missing: readonly NeededField[];
    };

/** The record that a draft makes as it is, or what it lacks for that. */
export function wholeDraft(unfinished: UnfinishedDraft): WholeDraft {
  const result = draftSchema.safeParse(toldDraft(unfinished));
  if (result.success) return { draft: result.data };
  const faulty = new Set(result.error.issues.map(({ path }) => path[0]));
  return { draft: null, missing: NEEDED.filter((field) => faulty.has(field)) };
}
