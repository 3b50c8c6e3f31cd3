import { CASUALTY_KINDS, type CasualtyKind, type Draft } from '@corridor/domain';
import { isSame } from './is-same.ts';

/** What of a record is compared and chosen as one: fields that mean nothing without each other stay together. */
export const DRAFT_PARTS = [
  'title',
  'summary',
  'type',
  'actors',
  'target',
  'occurred',
  'place',
  ...CASUALTY_KINDS,
  'claims',
  'sources',
  'grade',
  'targetedSites',
  'projectSite',
  'notes',
  'summarisesDay',
] as const;
export type DraftPart = (typeof DRAFT_PARTS)[number];

/** Parts that are lists, of which both can be kept. */
export type ListPart = 'actors' | 'claims' | 'sources' | 'targetedSites';

export function isListPart(part: DraftPart): part is ListPart {
  return part === 'actors' || part === 'claims' || part === 'sources' || part === 'targetedSites';
}

export function isToll(part: DraftPart): part is CasualtyKind {
  return CASUALTY_KINDS.some((kind) => kind === part);
}

/** The fields of a part, for comparing. */
export function readPart(draft: Draft, part: DraftPart): unknown {
  if (isToll(part)) return draft.casualties[part];
  if (part === 'type') return [draft.eventType, draft.subEventType];
  if (part === 'target') return [draft.target, draft.targetType];
  return draft[part];
}

/** A draft with one part of another. */
export function takePart(draft: Draft, part: DraftPart, from: Draft): Draft {
  if (isToll(part)) return { ...draft, casualties: { ...draft.casualties, [part]: from.casualties[part] } };
  if (part === 'type') return { ...draft, eventType: from.eventType, subEventType: from.subEventType };
  if (part === 'target') return { ...draft, target: from.target, targetType: from.targetType };
  return { ...draft, [part]: from[part] };
}

/** A draft in which a list holds what either of the two has, those of `from` last. */
export function unitePart(draft: Draft, part: ListPart, from: Draft): Draft {
  const unite = <T>(own: readonly T[], others: readonly T[]): T[] => [
    ...own,
    ...others.filter((other) => !own.some((one) => isSame(one, other))),
  ];
  switch (part) {
    case 'actors':
      return { ...draft, actors: unite(draft.actors, from.actors) };
    case 'claims':
      return { ...draft, claims: unite(draft.claims, from.claims) };
    case 'sources':
      return { ...draft, sources: unite(draft.sources, from.sources) };
    case 'targetedSites':
      return { ...draft, targetedSites: unite(draft.targetedSites, from.targetedSites) };
  }
}
