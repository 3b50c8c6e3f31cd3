import type { DayNumber } from '@corridor/domain';
import type { DateFound } from './date-found.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findDates } from './find-dates.ts';
import { ARSON, BLOCKADE, BURNING, findGapped } from './find-gapped.ts';
import { findNames, type NameFound } from './find-names.ts';
import { findRamming } from './find-ramming.ts';
import { findShots } from './find-shots.ts';
import { findTollVerbs } from './find-toll-verbs.ts';
import { findTolls, type TollFound } from './find-tolls.ts';
import { CUES, type CueKind, VIOLENT_CUES } from './lexicon/cues.ts';
import { ATTACKERS } from './lexicon/toll-words.ts';
import { findPhrases } from './phrase-index.ts';
import type { Sentence } from './split-text.ts';

/** A cue in a sentence, by its words (counted from 0). */
export interface CueFound {
  readonly kind: CueKind;
  readonly first: number;
  readonly last: number;
}

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
  const tolls = findTolls(words, (at) => isInDate(at) || isInName(names, at));
  const plain = {
    ...sentence,
    index,
    cues: cues.filter((cue) => !isFigure(cue, words)),
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
      ...seizures(plain),
    ],
  };
  return isRescue(read) ? withoutAbduction(read) : { ...read, acts: actsOf(read) };
}

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

function shots(read: ReadSentence): CueFound[] {
  const found = has(read, 'shooting', 'fiction', 'sport') ? null : findShots(read.words);
  return found === null ? [] : [{ kind: 'shooting', ...found }];
}

/** "armed men seized five technicians": whom those who attack take away is abducted, without the word for it. */
function seizures(read: ReadSentence): CueFound[] {
  if (has(read, 'abduction') || !(has(read, 'perpetrator') || namesMilitant(read))) return [];
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

/** Whether a sentence has a cue of one of some kinds. */
export function has({ cues }: Pick<ReadSentence, 'cues'>, ...kinds: readonly CueKind[]): boolean {
  return cues.some(({ kind }) => kinds.includes(kind));
}

/** "recovered three engineers who had been abducted": the news is that they are free, unless it is that they are dead. */
export function isRescue({ cues, tolls }: Pick<ReadSentence, 'cues' | 'tolls'>): boolean {
  const isOfHostages = cues.some(({ kind }) => kind === 'rescue') && cues.some(({ kind }) => kind === 'abduction');
  return isOfHostages && tolls.every(({ kind }) => kind === 'abducted');
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

/** A bomb alone may be a figure of speech. */
const ACT_KINDS: ReadonlySet<CueKind> = new Set([...VIOLENT_CUES, 'attack', 'perpetrator']);
/** What is an attack whoever did it, where people were killed or hurt by it. */
const ATTACK = /^(attack|assault|murder|massacre|assassinat|martyr|behead|stab|حملہ|حملے|قتل)/;

/** Weapons are an act where they are used: in a parade they are none. */
const WEAPONS = /^(rockets?|missiles?|mortars?|artillery)$/;
const USED =
  /^(fired|fire|firing|hit|hits|hitting|landed|lands|struck|strike|strikes|attack|attacks|attacked|exploded|explode|explodes|fell|launched|derails?|derailed|targeted|targeting|killed|damaged|destroyed|pounded|used|rained|slammed)$/;

/** After a bomb that is no figure of speech. */
const BOMB_USED =
  /^(at|near|outside|inside|beside|hits?|kills?|targets?|rips|strikes|wounds|injures|misses|damages|derails|attack)$/;

/** How many words before an act say that it is feared or prevented only. */
const HYPOTHETICAL_REACH = 5;

const CARRYING = /^(armed|carrying|wielding|had|having|wearing)$/;
const CARRIED =
  /^(rifles?|guns?|machine|automatic|assault|weapons?|grenades?|hand|rockets?|propelled|launchers?|explosives?|bombs?|mortars?|and|heavy|modern|sophisticated|light|kalashnikovs?|pistols?|petrol)$/;

/** "gunmen with rifles and grenades": weapons that somebody has are no act, and say nothing of its kind. */
function isCarried({ first, kind }: CueFound, { words }: ReadSentence): boolean {
  if (kind !== 'grenade' && kind !== 'shelling' && kind !== 'bomb') return false;
  let at = first - 1;
  while (at >= 0 && CARRIED.test(words[at]?.text ?? '')) at -= 1;
  const [carrying, who] = [words[at]?.text ?? '', words[at - 1]?.text ?? ''];
  return CARRYING.test(carrying) || (carrying === 'with' && (ATTACKERS.has(who) || /^(men|persons|armed)$/.test(who)));
}

/** "arrested a suicide bomber", "seized a suicide vest": what was kept from happening. */
function isCaught({ first, kind, last }: CueFound, { cues, tolls, words }: ReadSentence): boolean {
  const isOfSomebody =
    kind === 'suicide' && /^(bombers?|vests?|jackets?|attackers?|squad|belts?)$/.test(words[last]?.text ?? '');
  return isOfSomebody && tolls.length === 0 && cues.some((one) => one.kind === 'arrest' && one.last < first);
}

function actsOf(read: ReadSentence): CueFound[] {
  const real = read.cues.filter((cue) => {
    const feared = read.cues.some(
      ({ kind, last }) =>
        (kind === 'hypothetical' || kind === 'plot') && last < cue.first && cue.first - last <= HYPOTHETICAL_REACH,
    );
    return !feared || read.tolls.some(({ first, last }) => first <= cue.last + 6 && cue.first - 6 <= last);
  });
  const isDisrupted = has(read, 'disruption') && read.tolls.length === 0;
  const isBare = real.filter(({ kind }) => ACT_KINDS.has(kind)).length === 1 && read.tolls.length === 0;
  const isShown =
    read.tolls.length === 0 && !has(read, 'perpetrator') && !read.words.some(({ text }) => USED.test(text));
  const strong = real.filter((cue) => {
    if (isCarried(cue, read) || isCaught(cue, read)) return false;
    if (!VIOLENT_CUES.includes(cue.kind) || (isDisrupted && cue.kind !== 'abduction')) return false;
    if (cue.first !== cue.last) return true;
    const word = read.words[cue.first]?.text ?? '';
    const isFigure =
      isBare &&
      (isShown || has(read, 'nothing')) &&
      /^bombs?$/.test(word) &&
      !BOMB_USED.test(read.words[cue.first + 1]?.text ?? '');
    return !isFigure && !(isShown && WEAPONS.test(word));
  });
  if (strong.length > 0) return strong;
  const weak = real.filter(({ kind }) => kind === 'attack');
  const isBacked =
    has(read, 'perpetrator') ||
    namesMilitant(read) ||
    read.tolls.some(({ people }) => people.some(({ isAttacker }) => isAttacker));
  const isHarmful =
    (read.tolls.length > 0 || findTollVerbs(read.words).length > 0) &&
    weak.some(({ first, last }) => read.words.slice(first, last + 1).some(({ text }) => ATTACK.test(text)));
  const isOfForces = read.tolls.some(({ kind, people }) => kind === 'killed' && people.some(({ isGuard }) => isGuard));
  const isArrest = has(read, 'arrest') && read.tolls.length === 0;
  return (isBacked || isHarmful || isOfForces) && !isArrest && !isDisrupted && !has(read, 'statistics') ? weak : [];
}

function namesMilitant({ names }: Pick<ReadSentence, 'names'>): boolean {
  return names.some(({ named }) => named.some((one) => one.kind === 'actor' && one.actor.kind === 'militant'));
}
