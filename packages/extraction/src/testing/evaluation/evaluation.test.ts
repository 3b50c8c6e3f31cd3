import { EVALUATION_SETS, readEvaluationTexts } from '@corridor/cpec-data';
import { unfinishedDraftSchema } from '@corridor/domain';
import { expect, test } from 'vitest';
import { evaluate, extract } from './evaluate.ts';
import { evaluationTextsSchema } from './evaluation-text.ts';
import { portfolioContext } from './portfolio-context.ts';
import { MEASURED, type Measured, measuresOf } from './tally.ts';

/** What must be reached on the sets that rules are written by and held to, whatever is changed in the rules. */
const FLOORS: Readonly<Record<Measured, number>> = {
  incident: 0.9,
  events: 0.9,
  date: 0.85,
  district: 0.85,
  type: 0.85,
  casualties: 0.9,
  'Chinese nationals': 0.9,
  actors: 0.85,
  target: 0.85,
  sites: 0.85,
  background: 0.85,
};

/** What was reached on texts that nobody looked at while rules were written: less may be lost by no change. */
const UNSEEN: Readonly<Partial<Record<Measured, number>>> = {
  incident: 0.95,
  events: 0.91,
  date: 0.8,
  district: 0.85,
  type: 0.78,
  casualties: 0.76,
  actors: 0.8,
  target: 0.62,
};

const { context } = await portfolioContext();
const sets = await Promise.all(
  EVALUATION_SETS.map(async (set) => [set, evaluationTextsSchema.parse(await readEvaluationTexts(set))] as const),
);

test.each(sets)('reads the %s texts at least as well as promised', (set, texts) => {
  const { faults, tallies } = evaluate(texts, context);
  const floors: Partial<Record<Measured, number>> = set === 'unseen' ? UNSEEN : FLOORS;
  const below = MEASURED.filter((field) => measuresOf(tallies[field]).f1 < (floors[field] ?? 0));
  const told = below.length > 0 && set !== 'unseen' ? faults : [];
  expect({ below, faults: told }).toEqual({ below: [], faults: [] });
});

test('the sets have no text in common, and enough of them', () => {
  const ids = sets.flatMap(([, texts]) => texts.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(200);
});

test('gives every draft in a form that a person may file, each value with a place in the text', () => {
  for (const text of sets.flatMap(([, texts]) => texts)) {
    const { length } = text.text.join('\n');
    const { background, drafts } = extract(text, context);
    for (const { draft, evidence, unsure } of [...drafts, ...background]) {
      expect(unfinishedDraftSchema.safeParse(draft).success).toBe(true);
      const shown = [...evidence, ...unsure.flatMap(({ values }) => values.flatMap((one) => one.evidence ?? []))];
      expect(shown.filter(({ end, start }) => !(0 <= start && start < end && end <= length))).toEqual([]);
      const fields = new Set(evidence.map(({ field }) => field));
      if (draft.place) expect([...fields, ...unsure.map(({ field }) => field)]).toContain('place');
      if (draft.actors) expect(fields).toContain('actors');
    }
  }
});

test('reads the same text in the same way', () => {
  const texts = sets.flatMap(([, some]) => some.slice(0, 10));
  expect(texts.map((text) => extract(text, context))).toEqual(texts.map((text) => extract(text, context)));
});
