import { type UnfinishedDraft, unfinishedDraftSchema } from '@corridor/domain';
import type { FieldCandidates } from '../../../lib/api/drafts.ts';
import { isSame } from '../../../lib/record-parts/is-same.ts';
import { NO_CASUALTIES } from '../../../lib/record-parts/told-draft.ts';

/** One candidate of a field, as the draft would be with it. */
export interface ValueChoice {
  /** `place.1`: the field, and which of its candidates. */
  readonly key: string;
  readonly field: string;
  /** The draft with this value; of a list, with this entry and what was in it. */
  readonly draft: UnfinishedDraft;
  /** The draft with nothing else in the field. */
  readonly alone: UnfinishedDraft;
  readonly isChosen: boolean;
  /** The model that proposed it; null where rules read it. */
  readonly proposedBy: string | null;
}

const LISTS: ReadonlySet<string> = new Set(['actors', 'claims', 'sources', 'targetedSites']);

/** Whether a field takes several of its candidates. */
export function takesSeveral(field: string): boolean {
  return LISTS.has(field);
}

/** The draft with the candidates that somebody chose; keys that name none are passed over. */
export function withChosen(
  draft: UnfinishedDraft,
  candidates: readonly FieldCandidates[],
  chosen: readonly string[],
): UnfinishedDraft {
  return candidates.reduce(
    (whole, { field, values }) =>
      values.reduce(
        (before, { value }, index) =>
          chosen.includes(`${field}.${index}`) ? (withValue(before, field, value) ?? before) : before,
        whole,
      ),
    draft,
  );
}

/** The candidates of a field; what no record can hold is left out. `draft` is as it stands with what was chosen. */
export function choicesOf(
  draft: UnfinishedDraft,
  { field, values }: FieldCandidates,
  chosen: readonly string[],
): readonly ValueChoice[] {
  const bare: UnfinishedDraft = { occurred: draft.occurred };
  const hasChosen = values.some((_, index) => chosen.includes(`${field}.${index}`));
  return values.flatMap(({ evidence, value }, index) => {
    const key = `${field}.${index}`;
    const [next, alone] = [withValue(draft, field, value), withValue(bare, field, value)];
    if (next === null || alone === null) return [];
    const isChosen = hasChosen || takesSeveral(field) ? chosen.includes(key) : isSame(next, draft);
    return { key, field, draft: next, alone, isChosen, proposedBy: evidence?.proposedBy ?? null };
  });
}

/** What is chosen once a candidate is, or is not any more. */
export function chooseValue(chosen: readonly string[], { field, isChosen, key }: ValueChoice): readonly string[] {
  if (takesSeveral(field)) return isChosen ? chosen.filter((one) => one !== key) : [...chosen, key];
  return [...chosen.filter((one) => one.slice(0, one.lastIndexOf('.')) !== field), key];
}

function withValue(draft: UnfinishedDraft, field: string, value: unknown): UnfinishedDraft | null {
  const [part = '', kind] = field.split('.');
  const list = takesSeveral(part) ? new Map<string, unknown>(Object.entries(draft)).get(part) : null;
  const next = takesSeveral(part)
    ? [...(Array.isArray(list) ? list.filter((one) => !isSame(one, value)) : []), value]
    : kind === undefined
      ? value
      : { ...NO_CASUALTIES, ...draft.casualties, [kind]: value };
  const result = unfinishedDraftSchema.safeParse({ ...draft, [part]: next });
  return result.success ? result.data : null;
}
