import type { DayNumber } from '@corridor/domain';
import { actsOf, namesMilitant } from './acts-of.ts';
import { type CueFound, has } from './cue-found.ts';
import type { DateFound } from './date-found.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findDates } from './find-dates.ts';
import { ARSON, BLOCKADE, BURNING, CACHE, findGapped } from './find-gapped.ts';
import { findNames, type NameFound } from './find-names.ts';
import { findRamming } from './find-ramming.ts';
import { findShots } from './find-shots.ts';
import { findTolls, type TollFound } from './find-tolls.ts';
import { CUES } from './lexicon/cues.ts';
import { FORCES } from './lexicon/toll-words.ts';
import { findPhrases } from './phrase-index.ts';
import type { Sentence } from './split-text.ts';

/** All that the rules see in a sentence. */
export interface ReadSentence extends Sentence {
  /** Its place among the sentences of the text. */
  readonly index: number;
  readonly cues: readonly CueFound[];
  readonly names: readonly NameFound[];
  readonly dates: readonly DateFound[];
  readonly tolls: readonly TollFound[];
  /** The acts of violence that it says happened, not those that it fears, prevents or forbids. */
  readonly acts: readonly CueFound[];
}

export function readSentence(
  text: string,
  sentence: Sentence,
  index: number,
  context: ExtractionContext,
  published: DayNumber,
): ReadSentence {
  const { words } = sentence;
  const cues = findPhrases(CUES, words).flatMap(({ first, last, values }) =>
    values.map((kind) => ({ kind, first, last })),
  );
  const names = findNames(sentence, context);
  const dates = findDates(text, sentence, published);
  const isInDate = (at: number): boolean => {
    const { start = 0, end = 0 } = words[at] ?? {};
    return dates.some((date) => date.start <= start && end <= date.end);
  };
  const tolls = findTolls(words, (at) => isInDate(at) || isInName(names, at)).map((toll) =>
    withMembers(toll, names, words),
  );
  const plain = {
    ...sentence,
    index,
    cues: cues.filter((cue) => !isFigure(cue, words) && !isOfSeveral(cue, words)),
    names,
    dates,
    tolls,
    acts: [],
  };
  const read = {
    ...plain,
    cues: [
      ...plain.cues,
      ...ramming(words),
      ...shots(plain),
      ...blockades(plain),
      ...arsons(plain),
      ...caches(plain),
      ...seizures(plain),
    ],
  };
  return isRescue(read) ? withoutAbduction(read) : { ...read, acts: actsOf(read) };
}

/** "eight members of the Pakistani Taliban": attackers, by the name of their group. */
function withMembers(toll: TollFound, names: readonly NameFound[], words: ReadSentence['words']): TollFound {
  const isMember = (last: number) =>
    words[last + 1]?.text === 'of' &&
    names.some(
      ({ first, named }) =>
        first > last && first <= last + MEMBER_REACH && namesMilitant({ names: [{ first, last, named }] }),
    );
  const isOfGroup = (one: TollFound['people'][number]) =>
    MEMBER.test(words[one.last]?.text ?? '') &&
    names.some(
      ({ first, last, named }) =>
        first >= one.first && last < one.last && namesMilitant({ names: [{ first, last, named }] }),
    );
  const people = toll.people.map((one) => (isMember(one.last) || isOfGroup(one) ? { ...one, isAttacker: true } : one));
  return { ...toll, people };
}

/** "four TTP men", "a TTP commander". */
const MEMBER = /^(members?|men|man|operatives?|commanders?|leaders?|cadres?|activists)$/;

/** "of the banned". */
const MEMBER_REACH = 4;

const HOSTAGE = /^(hostage|hostages)$/;
const INSTITUTION =
  /^(government|country|nation|state|economy|assembly|parliament|house|province|system|democracy|politics|process|council)$/;

/** How many words may stand between a government and its being "held hostage". */
const FIGURE_REACH = 4;

/** Of a country that is held hostage nobody was abducted. */
function isFigure({ first, kind, last }: CueFound, words: ReadSentence['words']): boolean {
  if (kind !== 'abduction' || !HOSTAGE.test(words[last]?.text ?? '')) return false;
  return words.slice(Math.max(0, first - FIGURE_REACH), first).some(({ text }) => INSTITUTION.test(text));
}

/** "The deadliest of them took place in Hangu": of what was told just before, not of years. */
function isOfSeveral({ first, kind }: CueFound, words: ReadSentence['words']): boolean {
  if (kind !== 'recall' || words[first]?.text !== 'deadliest' || first > 1) return false;
  return !words.some(({ text }) => /^(since|years?|decades?|months?|history)$/.test(text));
}

function ramming(words: ReadSentence['words']): CueFound[] {
  const found = findRamming(words);
  return found === null ? [] : [{ kind: 'suicide', ...found }];
}

function blockades(read: ReadSentence): CueFound[] {
  const found = has(read, 'protest', 'perpetrator', 'accident') ? null : findGapped(read.words, BLOCKADE);
  return found === null ? [] : [{ kind: 'protest', ...found }];
}

function arsons(read: ReadSentence): CueFound[] {
  const found = has(read, 'arson') ? null : (findGapped(read.words, ARSON) ?? findGapped(read.words, BURNING));
  return found === null ? [] : [{ kind: 'arson', ...found }];
}

/** Weapons that forces find, where they tell of no fight. */
function caches(read: ReadSentence): CueFound[] {
  const isOfForces = read.words.some(({ text }) => FORCES.has(text) || AUTHORITY.test(text));
  const found =
    !isOfForces || read.tolls.length > 0 || has(read, 'disruption', 'perpetrator')
      ? null
      : findGapped(read.words, CACHE);
  return found === null ? [] : [{ kind: 'disruption', ...found }];
}

const AUTHORITY = /^(ctd|department|customs|authorities|officials)$/;

function shots(read: ReadSentence): CueFound[] {
  const found = has(read, 'shooting', 'fiction', 'sport') ? null : findShots(read.words);
  return found === null ? [] : [{ kind: 'shooting', ...found }];
}

/** "armed men seized five technicians": whom those who attack take away is abducted, without the word for it. */
function seizures(read: ReadSentence): CueFound[] {
  if (
    has(read, 'abduction') ||
    read.tolls.some(({ kind }) => kind === 'killed') ||
    !(has(read, 'perpetrator') || namesMilitant(read))
  )
    return [];
  return read.tolls
    .filter(({ kind, people }) => kind === 'abducted' && people.every(({ isAttacker }) => !isAttacker))
    .map(({ first, last }) => ({ kind: 'abduction', first, last }));
}

/** Numbers in names ("N-25") count nobody. */
function isInName(names: readonly NameFound[], at: number): boolean {
  return names.some(
    ({ first, last, named }) => first <= at && at <= last && named.some(({ kind }) => kind !== 'actor'),
  );
}

/** "recovered three engineers who had been abducted": the news is that they are free, unless it is that they are dead. */
export function isRescue({ cues, tolls }: Pick<ReadSentence, 'cues' | 'tolls'>): boolean {
  const [rescue, abduction] = (['rescue', 'abduction'] as const).map((kind) => cues.find((cue) => cue.kind === kind));
  if (rescue === undefined || abduction === undefined || !tolls.every(({ kind }) => kind === 'abducted')) return false;
  // "Dacoits kidnapped 14 passengers, but five were recovered" is news of those who are not.
  const isDone = cues.some(({ kind, last }) => kind === 'perpetrator' && last < abduction.first);
  return !(isDone && abduction.last < rescue.first);
}

/** How many words after "abducted" may say when that was. */
const ABDUCTED_WHEN = 5;

/** That they were abducted, and when, is no news, and nobody else was. */
function withoutAbduction(read: ReadSentence): ReadSentence {
  const isOfAbduction = ({ start }: DateFound) => {
    const index = read.words.findIndex((word) => word.start >= start);
    return read.cues.some(({ kind, last }) => kind === 'abduction' && last < index && index - last <= ABDUCTED_WHEN);
  };
  return { ...read, tolls: [], acts: [], dates: read.dates.filter((date) => !isOfAbduction(date)) };
}
