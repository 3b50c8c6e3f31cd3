import type { Casualties, CasualtyKind, Range } from '@corridor/domain';
import type { TollFound } from './find-tolls.ts';
import { plus, type Sum, type SummedToll, withNext } from './join-sums.ts';
import { nobodyHurt } from './nobody-hurt.ts';
import type { ReadSentence } from './read-sentence.ts';

const NOBODY: Range = { low: 0, best: 0, high: 0 };

/**
 * The casualties that the sentences of an event give. The first total stands; figures of parts are inside it; what is said
 * to come on top is added; a new total replaces it; totals that contradict make it a range from the least to the most.
 */
export function sumTolls(sentences: readonly ReadSentence[]): ReadonlyMap<CasualtyKind, SummedToll> {
  const sums = new Map<CasualtyKind, Sum>();
  let last: TollFound['kind'] | undefined;
  for (const sentence of sentences) {
    const before = sums.get('killed')?.range.best;
    for (const told of sentence.tolls.filter(({ isEarlier }) => !isEarlier)) {
      const toll = isNamedFirst(told, sentence, sums, sentences) ? asOneMore(told) : told;
      if (toll.isOfLast && last === 'wounded') addDeath(sums, toll, sentence);
      else if (!isRestated(toll, sentence, sums)) addToll(sums, toll, sentence);
      last = toll.kind;
    }
    if (before !== undefined && sums.get('killed')?.range.best !== before) moveWounded(sums, sentence);
    for (const { evidence, kind } of nobodyHurt(sentence, [...sums.keys()]))
      sums.set(kind, { range: NOBODY, isAnybody: true, isKnown: false, evidence: [evidence] });
  }
  for (const sentence of sentences) {
    for (const toll of sentence.tolls)
      if (toll.isEarlier && !sums.has(toll.kind) && !isDenied(toll, sentence)) addToll(sums, toll, sentence);
  }
  return sums;
}

/** "Two constables died at once, while the driver succumbed in hospital": of him nothing was told before. */
function isNamedFirst(
  { kind, people }: TollFound,
  sentence: ReadSentence,
  sums: ReadonlyMap<CasualtyKind, Sum>,
  sentences: readonly ReadSentence[],
): boolean {
  const [one] = people;
  const beside = sums.get(kind);
  const isBeside = beside?.isTotal !== true && beside?.evidence.at(-1)?.sentence === sentence;
  const isThe = one !== undefined && people.length === 1 && sentence.words[one.first]?.text === 'the';
  if (!isBeside || !isThe || one.range.best !== 1 || one.isIncluded) return false;
  const noun = sentence.words[one.last]?.text;
  const before = sentences.slice(0, sentences.indexOf(sentence));
  return before.every(({ words }) => words.every(({ text }) => text !== noun));
}

function asOneMore(toll: TollFound): TollFound {
  return { ...toll, isAdded: true, people: toll.people.map((one) => ({ ...one, isKnown: false })) };
}

/** "had reported that one had died, but the surgeon dismissed it" */
function isDenied({ last }: TollFound, { words }: ReadSentence): boolean {
  return words.slice(last + 1).some(({ text }) => DENIED.test(text));
}

const DENIED = /^(but|dismissed|denied|rejected|wrong|retracted|propaganda|false)$/;

/** Who was wounded and died since is no longer among the wounded, where he raises the number of the dead. */
function moveWounded(sums: Map<CasualtyKind, Sum>, { tolls }: ReadSentence): void {
  const moved = tolls.filter(({ isOfWounded, kind }) => isOfWounded && kind === 'killed').reduce(plusAll, 0);
  if (moved < (sums.get('wounded')?.range.low ?? 0)) lowerWounded(sums, moved);
}

function plusAll(sum: number, { people }: TollFound): number {
  return people.reduce((all, { range }) => all + range.best, sum);
}

/** Nobody is left wounded where all of them died. */
function lowerWounded(sums: Map<CasualtyKind, Sum>, moved: number): void {
  const wounded = sums.get('wounded');
  if (wounded === undefined) return;
  const { best, high, low } = wounded.range;
  if (moved >= low) sums.delete('wounded');
  else sums.set('wounded', { ...wounded, range: { low: low - moved, best: best - moved, high: high - moved } });
}

/**
 * "A constable was injured. He later died": one more of the dead and one fewer of the wounded. Where the dead were told before
 * the wounded, as a lead does that knows how it ended, he is among them.
 */
function addDeath(sums: Map<CasualtyKind, Sum>, toll: TollFound, sentence: ReadSentence): void {
  const [killed, wounded] = [sums.get('killed'), sums.get('wounded')];
  const died = plusAll(0, toll);
  if (wounded === undefined || died > wounded.range.best) {
    addToll(sums, toll, sentence);
    return;
  }
  const people = toll.people.map((one) => ({ ...one, isIncluded: false, isKnown: false }));
  const isTold = killed !== undefined && indexOf(killed) < indexOf(wounded);
  // Of one who was killed and one who was hurt "he" may be either.
  if (killed !== undefined && !isTold && toll.people.some(({ isKnown }) => isKnown)) return;
  const isPart = killed?.parts !== undefined && killed.parts + died <= killed.range.best;
  if (!isTold && !isPart) addToll(sums, { ...toll, people, isAdded: true }, sentence);
  if (isTold || !isPart) lowerWounded(sums, died);
}

/** The sentence in which a figure was first told. */
function indexOf({ evidence }: Sum): number {
  return evidence[0]?.sentence.index ?? 0;
}

/** "Three died on the spot, two more in hospital", where five were told: all that a sentence counts is told once more. */
function isRestated(
  { isTotal, kind }: TollFound,
  sentence: ReadSentence,
  sums: ReadonlyMap<CasualtyKind, Sum>,
): boolean {
  const before = sums.get(kind);
  const alike = sentence.tolls.filter((one) => one.kind === kind);
  if (before === undefined || isTotal || alike.length < 2 || before.evidence.some((one) => one.sentence === sentence))
    return false;
  const people = alike.flatMap((one) => one.people).filter(({ isAttacker, isIncluded }) => !isAttacker && !isIncluded);
  return people.reduce((sum, { range }) => sum + range.best, 0) === before.range.best;
}

/** The tolls as a record keeps them: null where nothing is said. */
export function casualtiesOf(sums: ReadonlyMap<CasualtyKind, SummedToll>): Casualties {
  const of = (kind: CasualtyKind): Range | null => sums.get(kind)?.range ?? null;
  return {
    killed: of('killed'),
    wounded: of('wounded'),
    abducted: of('abducted'),
    attackersKilled: of('attackersKilled'),
    chineseKilled: of('chineseKilled'),
    chineseWounded: of('chineseWounded'),
  };
}

function addToll(sums: Map<CasualtyKind, Sum>, toll: TollFound, sentence: ReadSentence): void {
  const { first, kind, last, people } = toll;
  const evidence = [{ sentence, first, last }];
  const add = (of: CasualtyKind, list: TollFound['people'], isPart: boolean): void => {
    if (list.length === 0) return;
    const range = list.map((one) => one.range).reduce(plus);
    const isGeneral =
      of === 'attackersKilled' && list.every((one) => GENERAL.test(sentence.words[one.last]?.text ?? ''));
    const isAnybody = list.length > 1 || isGeneral || list.some((one) => one.isAnybody);
    const isKnown = list.every((one) => one.isKnown);
    const next = { range, isAnybody, isKnown, isTotal: toll.isTotal, evidence };
    sums.set(of, withNext(sums.get(of), next, { ...toll, people: list }, sentence, isPart));
  };
  const whole = people.filter(({ isAttacker, isIncluded }) => !isAttacker && !isIncluded);
  const chinese = people.filter(({ isChinese }) => isChinese);
  add(
    kind,
    whole.map((one) => withoutAttackers(one, people)),
    false,
  );
  if (kind === 'killed') {
    add(
      'attackersKilled',
      people.filter(({ isAttacker, isIncluded }) => isAttacker && !isIncluded),
      false,
    );
    add('chineseKilled', chinese, true);
  }
  if (kind === 'wounded') add('chineseWounded', chinese, true);
}

/** Words for all who attacked, as "people" is for whom they hurt. */
const GENERAL =
  /^(militants|terrorists|attackers|assailants|insurgents|khawarij|khwarij|rebels|separatists|دہشت|خوارج|شدت)$/;

/** "Eight people, including the bomber, were killed": seven victims. */
function withoutAttackers(one: TollFound['people'][number], people: TollFound['people']): TollFound['people'][number] {
  const among = people.filter(({ isAttacker, isIncluded }) => isAttacker && isIncluded);
  const count = among.reduce((sum, { range }) => sum + range.best, 0);
  if (count === 0 || !one.isAnybody || count >= one.range.best) return one;
  const { best, high, low } = one.range;
  return { ...one, range: { low: Math.max(0, low - count), best: best - count, high: Math.max(0, high - count) } };
}
