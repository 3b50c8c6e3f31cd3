import { expect, test } from 'vitest';
import { choicesOf, chooseValue, withChosen } from './choose-values.ts';

const day = (start: string) => ({ start, end: start, precision: 'day' }) as const;
const draft = { occurred: day('2026-03-10'), targetedSites: ['port'] };
const one = (values: readonly unknown[]) => values.map((value) => ({ value, evidence: null }));
const when = { field: 'occurred', values: one([day('2026-03-10'), day('2026-03-09')]) };
const sites = { field: 'targetedSites', values: one(['road', 'dam']) };
const killed = { field: 'casualties.killed', values: one([{ low: 2, best: 2, high: 2 }, 'two']) };
const all = [when, sites, killed];

test('of one value, one candidate is chosen: at first the one that the draft says', () => {
  const [first, second] = choicesOf(draft, when, []);
  expect([first?.isChosen, second?.isChosen]).toEqual([true, false]);
  const chosen = second ? chooseValue([], second) : [];
  expect(chosen).toEqual(['occurred.1']);
  expect(withChosen(draft, all, chosen).occurred.start).toBe('2026-03-09');
  const [again] = choicesOf(withChosen(draft, all, chosen), when, chosen);
  expect(again && chooseValue(chosen, again)).toEqual(['occurred.0']);
});

test('of a list, candidates are added and taken out again', () => {
  expect(withChosen(draft, all, ['targetedSites.0', 'targetedSites.1']).targetedSites).toEqual(['port', 'road', 'dam']);
  const [road] = choicesOf(draft, sites, ['targetedSites.0']);
  expect(road?.isChosen).toBe(true);
  expect(road && chooseValue(['targetedSites.0'], road)).toEqual([]);
});

test('a candidate that a model proposed names it, is not chosen by itself, and is chosen as any other', () => {
  const evidence = { field: 'target', start: 0, end: 4, proposedBy: 'small-model' };
  const target = { field: 'target', values: [{ value: 'a convoy', evidence }] };
  const [convoy] = choicesOf(draft, target, []);
  expect([convoy?.proposedBy, convoy?.isChosen]).toEqual(['small-model', false]);
  expect(withChosen(draft, [target], convoy ? chooseValue([], convoy) : []).target).toBe('a convoy');
  expect(choicesOf(draft, when, []).map(({ proposedBy }) => proposedBy)).toEqual([null, null]);
});

test('a candidate that no record can hold is not offered, and one that is not there chooses nothing', () => {
  expect(choicesOf(draft, killed, []).map(({ key }) => key)).toEqual(['casualties.killed.0']);
  expect(withChosen(draft, all, ['casualties.killed.0']).casualties).toMatchObject({
    killed: { low: 2 },
    wounded: null,
  });
  expect(withChosen(draft, all, ['casualties.killed.1', 'occurred.7', 'bogus'])).toEqual(draft);
});
