import { hasOwnSubType, type SubEventType, type UnfinishedDraft, unfinishedDraftSchema } from '@corridor/domain';
import type { Article } from './article.ts';
import { choosePlace } from './choose-place.ts';
import type { Candidate, Evidence, ExtractedDraft } from './extraction.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findSites } from './find-sites.ts';
import { type ProposedValue, proposalSchema, proposedValueSchema } from './proposal.ts';
import { type ReadSentence, readSentence } from './read-sentence.ts';
import { splitText } from './split-text.ts';

export interface ReadProposal {
  /** As they were, with candidates that have the model's name. */
  readonly drafts: readonly ExtractedDraft[];
  /** How many of the proposed values became none, and why; one line for each reason. */
  readonly faults: readonly string[];
}

/** More are not looked at: twenty drafts of ten fields each. */
const MAX_PROPOSALS = 200;
/** Candidates of one field that a model adds. */
const MAX_OF_FIELD = 5;
/** Shorter quotes stand in every text. */
const QUOTE = { shortest: 4, longest: 600 };

/**
 * The candidates that a model's answer adds to drafts. What the rules read stays as it is: a proposal stands beside it, for a
 * person to choose. Each has to be of the schema of drafts, and to have a quote that stands in the text word by word; others are
 * left out and counted. Throws an Error where the answer is no list of proposals at all. O(proposals × text).
 */
export function readProposal(
  answer: string,
  model: string,
  article: Article,
  drafts: readonly ExtractedDraft[],
  context: ExtractionContext,
): ReadProposal {
  const { proposals } = parseAnswer(answer);
  const result = [...drafts];
  const refused = new Map<string, number>();
  for (const given of proposals.slice(0, MAX_PROPOSALS)) {
    const outcome = take(given, model, article, result, context);
    if (typeof outcome === 'string') refused.set(outcome, (refused.get(outcome) ?? 0) + 1);
    else if (outcome !== null) result[outcome.event] = outcome.draft;
  }
  const more = proposals.length - MAX_PROPOSALS;
  if (more > 0) refused.set(`more than ${MAX_PROPOSALS}`, more);
  return {
    drafts: result,
    faults: [...refused].map(([reason, count]) => `${count} proposed values left out: ${reason}`),
  };
}

/** Models like to fence JSON as code. */
const FENCE = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/;

function parseAnswer(answer: string): { readonly proposals: readonly unknown[] } {
  try {
    const parsed = proposalSchema.safeParse(JSON.parse(FENCE.exec(answer)?.[1] ?? answer));
    if (parsed.success) return parsed.data;
  } catch {
    // Said below.
  }
  throw new Error('its answer is no JSON object with a list of proposals');
}

/** The draft with the proposal; null where it says nothing new; otherwise why it is none. */
function take(
  given: unknown,
  model: string,
  article: Article,
  drafts: readonly ExtractedDraft[],
  context: ExtractionContext,
): { readonly event: number; readonly draft: ExtractedDraft } | string | null {
  const parsed = proposedValueSchema.safeParse(given);
  if (!parsed.success) return 'not of the schema';
  const draft = drafts[parsed.data.event];
  if (draft === undefined) return 'of an event that is none';
  const evidence = evidenceOf(parsed.data, model, article);
  if (evidence === null) return 'its quote does not stand in the text';
  const value = draftValueOf(parsed.data, draft, article, context);
  if (value === null) return 'its name is not one of this portfolio, or does not stand in the text';
  const { event, field } = parsed.data;
  if (withValue(draft.draft, field, value) === null) return 'no record may hold it';
  const next = withCandidate(draft, { value, evidence });
  return next === draft ? null : { event, draft: next };
}

function evidenceOf({ field, quote }: ProposedValue, model: string, { text }: Article): Evidence | null {
  if (quote.trim().length < QUOTE.shortest || quote.length > QUOTE.longest) return null;
  const start = text.indexOf(quote);
  return start === -1 ? null : { field, start, end: start + quote.length, proposedBy: model };
}

/** The value as drafts have it; null for a name that is none. */
function draftValueOf(
  proposal: ProposedValue,
  { draft }: ExtractedDraft,
  { text }: Article,
  context: ExtractionContext,
): unknown {
  switch (proposal.field) {
    case 'place': {
      const { chosen, others } = choosePlace(sentencesOf(`in ${proposal.value}`, context), context);
      return chosen !== null && others.length === 0 ? chosen.place : null;
    }
    case 'targetedSites': {
      const ids = new Set(
        sentencesOf(proposal.value, context)
          .flatMap(findSites)
          .flatMap((site) => site.ids),
      );
      return ids.size === 1 ? [...ids][0] : null;
    }
    case 'actors': {
      const { claim, name } = proposal.value;
      const known = sentencesOf(name, context).flatMap(({ names }) => names.flatMap(({ named }) => named));
      const [actor] = known.filter(({ kind }) => kind === 'actor');
      if (actor !== undefined) return { name: actor.name, claim };
      return text.includes(name) ? proposal.value : null;
    }
    case 'target':
      return text.includes(proposal.value) ? proposal.value : null;
    case 'subEventType':
      return isOfType(draft, proposal.value) ? proposal.value : null;
    default:
      return proposal.value;
  }
}

function isOfType({ eventType }: UnfinishedDraft, subEventType: SubEventType): boolean {
  return eventType !== undefined && hasOwnSubType({ eventType, subEventType });
}

function sentencesOf(name: string, context: ExtractionContext): ReadSentence[] {
  return splitText(name).sentences.map((sentence, index) => readSentence(name, sentence, index, context, 0));
}

interface Proposed {
  readonly value: unknown;
  readonly evidence: Evidence;
}

const LISTS: ReadonlySet<string> = new Set(['actors', 'targetedSites']);

/** The draft with one more candidate, beside what the rules read; the same draft where that has been said. */
function withCandidate(draft: ExtractedDraft, proposed: Proposed): ExtractedDraft {
  const { field } = proposed.evidence;
  const candidate = draft.unsure.find((one) => one.field === field) ?? asCandidate(draft, field);
  const said = [...candidate.values.map(({ value }) => value), ...valuesIn(draft.draft, field)];
  if (said.some((value) => isSame(value, proposed.value))) return draft;
  if (candidate.values.filter(({ evidence }) => evidence?.proposedBy).length >= MAX_OF_FIELD) return draft;
  const next = { ...candidate, values: [...candidate.values, proposed] };
  return { ...draft, unsure: [...draft.unsure.filter((one) => one.field !== field), next] };
}

/** What the rules read stays a choice; entries of a list stay in it anyway. */
function asCandidate({ draft, evidence }: ExtractedDraft, field: string): Candidate {
  if (LISTS.has(field)) return { field, values: [] };
  const proof = evidence.find((one) => one.field === field) ?? null;
  return { field, values: valuesIn(draft, field).map((value) => ({ value, evidence: proof })) };
}

function valuesIn(draft: UnfinishedDraft, field: string): readonly unknown[] {
  const [part = '', kind] = field.split('.');
  const value = new Map<string, unknown>(Object.entries(draft)).get(part);
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return value;
  if (kind === undefined) return [value];
  const toll = new Map<string, unknown>(Object.entries(value)).get(kind);
  return toll === undefined || toll === null ? [] : [toll];
}

/** The draft with a value in a field alone; null where no record may hold it. */
function withValue({ occurred }: UnfinishedDraft, field: string, value: unknown): UnfinishedDraft | null {
  const [part = '', kind] = field.split('.');
  const whole = kind === undefined ? (LISTS.has(part) ? [value] : value) : { ...NO_TOLLS, [kind]: value };
  const result = unfinishedDraftSchema.safeParse({ occurred, [part]: whole });
  return result.success ? result.data : null;
}

const NO_TOLLS = {
  ...{ killed: null, wounded: null, abducted: null },
  ...{ attackersKilled: null, chineseKilled: null, chineseWounded: null },
};

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** The order of an object's keys says nothing. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}
