import { chooseTarget } from './choose-target.ts';
import { has } from './cue-found.ts';
import { assembleDraft, type DraftingContext } from './draft-of-event.ts';
import type { ExtractedDraft } from './extraction.ts';
import { DEVELOPMENT_ACTORS, findDevelopment } from './find-development.ts';
import type { EventFound } from './find-events.ts';
import type { CueKind } from './lexicon/cues.ts';
import { isRescue, type ReadSentence } from './read-sentence.ts';

/** The draft of the development that sentences without news of violence report; none where they report none. */
export function developmentOf(
  sentences: readonly ReadSentence[],
  old: readonly EventFound[],
  drafting: DraftingContext,
  headings: readonly ReadSentence[] = [],
): ExtractedDraft[] {
  const found = findDevelopment(sentences, old);
  if (found === null) return [];
  const { type } = found;
  const event = { ...found.event, sentences: [...new Set([...found.event.sentences, ...headings])] };
  const target = chooseTarget(event.sentences);
  return [assembleDraft(event, type, target, { ...drafting, summary: null }, DEVELOPMENT_ACTORS)];
}

/**
 * "Weapons were found in Loralai. Separately, a bomb exploded in Kohlu", "four miners reached home, even as two were abducted":
 * what stands before news that is told apart from it.
 */
export function developmentBefore(
  sentences: readonly ReadSentence[],
  [first]: readonly EventFound[],
  drafting: DraftingContext,
): ExtractedDraft[] {
  const act = first?.sentences.find(({ acts }) => acts.length > 0);
  const lead = sentences.filter(({ index }) => index < (act?.index ?? 0));
  const isApart = act !== undefined && (has(act, 'separate') || lead.some(isRescue));
  return isApart && lead.length > 0 ? developmentOf(lead, [], drafting) : [];
}

/** "The department arrested a facilitator in Nowshera", in a paragraph of its own: finds and arrests where no event was. */
export function developmentsBeside(
  sentences: readonly ReadSentence[],
  drafts: readonly ExtractedDraft[],
  drafting: DraftingContext,
): ExtractedDraft[] {
  const isElsewhere = (district: string | null | undefined) =>
    Boolean(district) && drafts.every(({ draft }) => draft.place?.district !== district);
  const [, ...others] = [...new Set(sentences.map(({ paragraph }) => paragraph))];
  return others.flatMap((number) => {
    const paragraph = sentences.filter((one) => one.paragraph === number);
    const isQuiet = paragraph.every((one) => one.acts.length === 0 && one.tolls.length === 0 && !has(one, ...UNREST));
    if (!isQuiet || !paragraph.some((one) => has(one, 'arrest', 'disruption'))) return [];
    return developmentOf(paragraph, [], drafting).filter(
      ({ draft }) =>
        (draft.subEventType === 'Arrests' || draft.subEventType === 'Disrupted weapons use') &&
        isElsewhere(draft.place?.district),
    );
  });
}

const UNREST: readonly CueKind[] = ['protest', 'riot', 'reference', 'recall', 'court'];
