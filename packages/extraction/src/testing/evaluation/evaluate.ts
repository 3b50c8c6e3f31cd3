import { CASUALTY_KINDS } from '@corridor/domain';
import { articleOfText } from '../../article-of-text.ts';
import { extractDrafts } from '../../extract-drafts.ts';
import type { ExtractedDraft, Extraction } from '../../extraction.ts';
import type { ExtractionContext } from '../../extraction-context.ts';
import type { EvaluationText, ExpectedDraft } from './evaluation-text.ts';
import { count, emptyTallies, type Tallies } from './tally.ts';

export interface Evaluation {
  readonly tallies: Tallies;
  /** A line for each text and field in which something is wrong or missed. */
  readonly faults: readonly string[];
}

/** What the rules find in texts, counted field by field against what is to be found. */
export function evaluate(texts: readonly EvaluationText[], context: ExtractionContext): Evaluation {
  const tallies = emptyTallies();
  const faults: string[] = [];
  for (const text of texts) {
    const extraction = extract(text, context);
    compareText(text, extraction, (field, expected, found) => {
      count(tallies[field], expected, found);
      if ([...expected].sort().join() === [...found].sort().join()) return;
      faults.push(
        `${text.id}, ${field}: expected ${expected.join(' ') || 'nothing'}, found ${found.join(' ') || 'nothing'}`,
      );
    });
  }
  return { tallies, faults };
}

export function extract({ published, text, title }: EvaluationText, context: ExtractionContext): Extraction {
  return extractDrafts({ ...articleOfText(text.join('\n'), { published }), title, text: text.join('\n') }, context);
}

type Compare = (field: keyof Tallies, expected: readonly string[], found: readonly string[]) => void;

function compareText(text: EvaluationText, { background, drafts, sites }: Extraction, compare: Compare): void {
  const isIncident = (some: readonly unknown[]) => (some.length > 0 ? ['yes'] : []);
  compare('incident', isIncident(text.drafts), isIncident(drafts));
  const pairs = pair(text.drafts, drafts);
  pairs.forEach(({ expected, found }, index) => {
    const name = `event ${index + 1}`;
    compare('events', expected ? [name] : [], found ? [name] : []);
    compare('date', expected ? [expected.date] : [], found ? [dateOf(found)] : []);
    compare('district', listed(expected?.district), listed(found?.draft.place?.district));
    compare('type', listed(expected?.type), listed(found?.draft.subEventType));
    const [ours, theirs] = [tollsOf(expected), foundTolls(found)];
    const isChinese = (toll: string) => toll.startsWith('chinese');
    compare('casualties', ours, theirs);
    compare('Chinese nationals', ours.filter(isChinese), theirs.filter(isChinese));
    compare('actors', expected?.actors ?? [], found?.draft.actors?.map(({ name: actor }) => actor) ?? []);
    if (expected?.target !== undefined) compare('target', [expected.target], namedTarget(expected.target, found));
  });
  const recalled = background.map((event) => `${dateOf(event)} ${event.draft.place?.district ?? '-'}`);
  compare(
    'background',
    text.background.map(({ date, district }) => `${date} ${district ?? '-'}`),
    recalled,
  );
  compare(
    'sites',
    text.sites,
    sites.map(({ ids }) => ids.find((id) => text.sites.includes(id)) ?? ids[0] ?? ''),
  );
}

interface Pair {
  readonly expected: ExpectedDraft | null;
  readonly found: ExtractedDraft | null;
}

/**
 * Expected drafts with found ones, the most alike first, so that an event which was missed takes no draft of another; then what
 * is left of both. Nothing pairs that has neither place nor type nor date in common.
 */
function pair(expected: readonly ExpectedDraft[], found: readonly ExtractedDraft[]): Pair[] {
  const partners = new Map<ExpectedDraft, ExtractedDraft>();
  const taken = new Set<ExtractedDraft>();
  const likely = expected
    .flatMap((one) => found.map((other) => ({ one, other, likeness: likeness(one, other) })))
    .filter((couple) => couple.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  for (const { one, other } of likely) {
    if (partners.has(one) || taken.has(other)) continue;
    partners.set(one, other);
    taken.add(other);
  }
  const left = found.filter((other) => !taken.has(other)).map((other) => ({ expected: null, found: other }));
  return [...expected.map((one) => ({ expected: one, found: partners.get(one) ?? null })), ...left];
}

function likeness({ date, district, type }: ExpectedDraft, found: ExtractedDraft): number {
  const { place, subEventType } = found.draft;
  return Number(place?.district === district) * 2 + Number(subEventType === type) + Number(dateOf(found) === date);
}

function dateOf({ draft: { occurred } }: ExtractedDraft): string {
  return occurred.start === occurred.end ? occurred.start : `${occurred.start}/${occurred.end}`;
}

function listed(value: string | null | undefined): string[] {
  return value === null || value === undefined ? [] : [value];
}

/** The word that tells the target, where what was found has it; else what was found instead. */
function namedTarget(word: string, found: ExtractedDraft | null): string[] {
  const target = found?.draft.target;
  if (target === undefined) return [];
  return [target.toLowerCase().includes(word) ? word : target];
}

function tollsOf(expected: ExpectedDraft | null): string[] {
  return CASUALTY_KINDS.flatMap((kind) => {
    const toll = expected?.[kind];
    return toll === undefined ? [] : [`${kind} ${toll.join('-')}`];
  });
}

function foundTolls(found: ExtractedDraft | null): string[] {
  return CASUALTY_KINDS.flatMap((kind) => {
    const toll = found?.draft.casualties?.[kind];
    return toll ? [`${kind} ${toll.low}-${toll.best}-${toll.high}`] : [];
  });
}
