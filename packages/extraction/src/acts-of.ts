import { type CueFound, has } from './cue-found.ts';
import { findTollVerbs } from './find-toll-verbs.ts';
import { type CueKind, VIOLENT_CUES } from './lexicon/cues.ts';
import { TARGETS } from './lexicon/target-words.ts';
import { ATTACKERS } from './lexicon/toll-words.ts';
import { wordSet } from './lexicon/word-set.ts';
import { findPhrases } from './phrase-index.ts';
import type { ReadSentence } from './read-sentence.ts';
import { foldWord } from './words.ts';

/** A bomb alone may be a figure of speech. */
const ACT_KINDS: ReadonlySet<CueKind> = new Set([...VIOLENT_CUES, 'attack', 'perpetrator']);
/** What is an attack whoever did it, where people were killed or hurt by it. */
export const ATTACK =
  /^(attack|assault|murder|massacre|assassinat|martyr|behead|stab|beaten|hacked|tortured|stoned|حملہ|حملے|قتل)/;

/** Weapons are an act where they are used: in a parade they are none. */
const WEAPONS = /^(rockets?|missiles?|mortars?|artillery)$/;
const USED =
  /^(fired|fire|firing|hit|hits|hitting|landed|lands|struck|strike|strikes|attack|attacks|attacked|exploded|explode|explodes|fell|launched|derails?|derailed|targeted|targeting|killed|damaged|destroyed|pounded|used|rained|slammed)$/;

/** After a bomb that is no figure of speech. */
const BOMB_USED =
  /^(at|near|outside|inside|beside|tore|tears|ripped|hits?|kills?|targets?|rips|strikes|wounds|injures|misses|damages|derails|attack)$/;

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

/** "recovered hand grenades", "four grenades and two pistols were seized": weapons that were found. */
function isSeized({ first, kind, last }: CueFound, { words }: ReadSentence): boolean {
  if (kind !== 'grenade' && kind !== 'shelling' && kind !== 'bomb') return false;
  const lead = words.slice(Math.max(0, first - SEIZED_BEFORE), first).map(({ text }) => text);
  const verb = lead.findLastIndex((text) => SEIZED.test(text));
  if (verb >= 0 && !lead.slice(verb).some((text) => USED.test(text))) return true;
  const rest = words.slice(last + 1, last + 1 + SEIZED_AFTER).map(({ text }) => text);
  const at = rest.findIndex((text) => SEIZED.test(text) || (isWeapon(words[first]?.text ?? '') && GOT.test(text)));
  const isPassive = rest[at] === FOUND || GOT.test(rest[at] ?? '') || /^(was|were|been)$/.test(rest[at - 1] ?? '');
  return at > 0 && isPassive && !rest.slice(0, at).some((text) => USED.test(text));
}

/** "arrested three men in an intelligence-based operation": nobody fought. */
function isRaid({ first, kind, last }: CueFound, read: ReadSentence): boolean {
  const isOperation = read.words.slice(first, last + 1).some(({ text }) => OPERATION.has(text));
  return kind === 'clash' && isOperation && has(read, 'arrest') && read.tolls.length === 0;
}

const OPERATION = wordSet('operation operations ibo کارروائی آپریشن');

/** A thing, and not that it went off. */
function isWeapon(text: string): boolean {
  return !/^دہماک/.test(text);
}

/** In Urdu, of what is found: "ملیں", "قبضے میں لے لیا". */
const GOT = /^(قبضے|ملیں|ملے|ملا|ملی)$/;
const SEIZED = /^(recovered|recovering|recovery|seized|seizing|confiscated|confiscating|unearthed|برامد)$/;
const FOUND = foldWord('برآمد');
const SEIZED_BEFORE = 9;
const SEIZED_AFTER = 14;

/** "blocked the road against the kidnapping of a student", "angered by the kidnappings": why people protest. */
function isCause({ first, kind }: CueFound, { cues, tolls, words }: ReadSentence): boolean {
  if (kind !== 'abduction' || !/^(kidnapping|abduction|disappearance)s?$/.test(words[first]?.text ?? '')) return false;
  const lead = words.slice(Math.max(0, first - CAUSE_REACH), first);
  const isProtest = cues.some((one) => one.kind === 'protest' && one.last < first);
  if (cues.some((one) => one.kind === 'perpetrator')) return false;
  return lead.some(({ text }) => CAUSE.test(text)) && (isProtest || tolls.length === 0);
}

const CAUSE = /^(against|over|angered|enraged|protest|protesting|condemn|condemned|denounce|denounced)$/;
const CAUSE_REACH = 4;

/** "arrested a suicide bomber", "seized a suicide vest", "killed 15 militants, including four bombers": what was kept from happening. */
function isCaught({ first, kind, last }: CueFound, { cues, tolls, words }: ReadSentence): boolean {
  const isIncluded = words.slice(Math.max(0, first - 2), first).some(({ text }) => text === 'including');
  if (kind === 'suicide' && isIncluded && /^bombers?$/.test(words[last]?.text ?? '')) return true;
  const isOfSomebody =
    kind === 'suicide' && /^(bombers?|vests?|jackets?|attackers?|squad|belts?)$/.test(words[last]?.text ?? '');
  return isOfSomebody && tolls.length === 0 && cues.some((one) => one.kind === 'arrest' && one.last < first);
}

/** "Militants stormed a post and seized weapons": what they took was found by nobody. */
function isBooty({ cues }: ReadSentence): boolean {
  const found = cues.find(({ kind }) => kind === 'disruption')?.first ?? 0;
  const doers = cues.find(({ kind, last }) => kind === 'perpetrator' && last < found);
  return cues.some(({ first, kind }) => BOLD.has(kind) && first > (doers?.last ?? found) && first < found);
}

const BOLD: ReadonlySet<CueKind> = new Set(['attack', 'clash', 'shooting']);

/** The acts of violence that a sentence says happened, not those that it fears, prevents or forbids. */
export function actsOf(read: ReadSentence): CueFound[] {
  const real = read.cues.filter((cue) => {
    const feared = read.cues.some(
      ({ kind, last }) =>
        (kind === 'hypothetical' || kind === 'plot') && last < cue.first && cue.first - last <= HYPOTHETICAL_REACH,
    );
    return !feared || read.tolls.some(({ first, last }) => first <= cue.last + 6 && cue.first - 6 <= last);
  });
  const isDisrupted = has(read, 'disruption') && read.tolls.length === 0 && !isBooty(read);
  const isBare = real.filter(({ kind }) => ACT_KINDS.has(kind)).length === 1 && read.tolls.length === 0;
  const isShown =
    read.tolls.length === 0 && !has(read, 'perpetrator') && !read.words.some(({ text }) => USED.test(text));
  const strong = real.filter((cue) => {
    if (isCarried(cue, read) || isCaught(cue, read) || isSeized(cue, read) || isRaid(cue, read) || isCause(cue, read))
      return false;
    if (!VIOLENT_CUES.includes(cue.kind) || (isDisrupted && cue.kind !== 'abduction')) return false;
    if (isShown && cue.kind === 'bomb' && isDevice(read.words[cue.last]?.text ?? '')) return false;
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
  const isAimed = weak.some(({ first }) => isAimedInUrdu(first, read) || isAttacked(first, read));
  const isHarmful =
    (read.tolls.length > 0 || findTollVerbs(read.words).length > 0) &&
    weak.some(({ first, last }) => read.words.slice(first, last + 1).some(({ text }) => ATTACK.test(text)));
  const isOfForces = read.tolls.some(({ kind, people }) => kind === 'killed' && people.some(({ isGuard }) => isGuard));
  const isArrest = has(read, 'arrest') && read.tolls.length === 0;
  return (isBacked || isHarmful || isOfForces || isAimed) && !isArrest && !isDisrupted && !has(read, 'statistics')
    ? weak
    : [];
}

/** A thing that may have been found, where nothing says that it went off. */
function isDevice(text: string): boolean {
  return /^(devices?|ieds?|landmines?|mines?)$/.test(text);
}

/** "A vehicle carrying engineers was attacked": something that may be, whoever did it. */
function isAttacked(first: number, { words }: ReadSentence): boolean {
  if (words[first]?.text !== 'attacked' || !/^(was|were)$/.test(words[first - 1]?.text ?? '')) return false;
  return findPhrases(TARGETS, words.slice(Math.max(0, first - SUBJECT_REACH), first)).length > 0;
}

/** How long what was attacked may be: "a vehicle carrying Chinese nationals was". */
const SUBJECT_REACH = 9;

/** "تھانے پر حملہ ہوا": at something, and done. */
function isAimedInUrdu(first: number, { words }: ReadSentence): boolean {
  const [on, what, done] = [words[first - 1]?.text, words[first]?.text ?? '', words[first + 1]?.text ?? ''];
  return on === 'پر' && /^حمل/.test(what) && /^(ہوا|ہویے|کیا|کیے|کر)$/.test(done);
}

/** Whether a sentence names a group that attacks. */
export function namesMilitant({ names }: Pick<ReadSentence, 'names'>): boolean {
  return names.some(({ named }) => named.some((one) => one.kind === 'actor' && one.actor.kind === 'militant'));
}
