import type { EventType, SubEventType } from '@corridor/domain';
import { namesMilitant } from './acts-of.ts';
import type { TargetFound } from './choose-target.ts';
import { type CueFound, has } from './cue-found.ts';
import { CUE_KINDS, type CueKind, VIOLENT_CUES } from './lexicon/cues.ts';
import type { ReadSentence } from './read-sentence.ts';

export interface TypeFound {
  readonly eventType: EventType;
  readonly subEventType: SubEventType;
  /** Where the text says so. */
  readonly sentence: ReadSentence;
  readonly cue: CueFound;
}

const BY_ACT: Readonly<Partial<Record<CueKind, readonly [EventType, SubEventType]>>> = {
  suicide: ['Explosions/Remote violence', 'Suicide bomb'],
  drone: ['Explosions/Remote violence', 'Air/drone strike'],
  grenade: ['Explosions/Remote violence', 'Grenade'],
  shelling: ['Explosions/Remote violence', 'Shelling/artillery/missile attack'],
  bomb: ['Explosions/Remote violence', 'Remote explosive/landmine/IED'],
  abduction: ['Violence against civilians', 'Abduction/forced disappearance'],
  body: ['Violence against civilians', 'Attack'],
  arson: ['Strategic developments', 'Looting/property destruction'],
};

/** The type of an event of violence or unrest, by what its first sentence says and the others make more precise. */
export function chooseType(sentences: readonly ReadSentence[], target: TargetFound | null): TypeFound | null {
  const [lead] = sentences.filter(({ acts }) => acts.length > 0);
  const unrest = unrestType(sentences);
  if (unrest !== null) return unrest;
  if (lead === undefined) return null;
  const found = mostTelling(lead, sentences);
  if (found === null) return null;
  const byAct = BY_ACT[found.cue.kind];
  if (byAct !== undefined) return { eventType: byAct[0], subEventType: byAct[1], ...found };
  if (isBrawl(lead, found.cue)) return { eventType: 'Riots', subEventType: 'Mob violence', ...found };
  const isFought =
    !has(lead, 'body') &&
    (isFight(found, target) || isFeud(lead) || target?.type === 'security-forces' || losesAttackers(sentences));
  return isFought
    ? { eventType: 'Battles', subEventType: 'Armed clash', ...found }
    : { eventType: 'Violence against civilians', subEventType: 'Attack', ...found };
}

/** "Two groups of students clashed": without arms it is no battle. */
function isBrawl(sentence: ReadSentence, { kind }: CueFound): boolean {
  const isOfCivilians = sentence.words.some(({ text }) =>
    /^(students|activists|lawyers|supporters|traders)$/.test(text),
  );
  return kind === 'clash' && isOfCivilians && !has(sentence, 'perpetrator', 'shooting', 'grenade', 'bomb');
}

/** Two groups of armed men who fight each other. */
function isFeud({ words }: ReadSentence): boolean {
  return words.some(({ text }, at) => {
    const isGroups = /^(tribes|tribesmen|tribal|clans?|groups|factions|sides)$/.test(words[at + 1]?.text ?? '');
    return /^(tribes|lashkars|factions)$/.test(text) || (/^(rival|warring)$/.test(text) && isGroups);
  });
}

/** What only one side does to people who do not fight is no battle. */
const ONE_SIDED = /^(storm|ambush|overran|overrun|گہات)/;

function isFight(
  { cue, sentence }: { readonly sentence: ReadSentence; readonly cue: CueFound },
  target: TargetFound | null,
): boolean {
  if (cue.kind !== 'clash') return false;
  const isOneSided = ONE_SIDED.test(sentence.words[cue.first]?.text ?? '');
  return !isOneSided || target === null || target.type === 'security-forces' || target.type === 'convoy';
}

/** A bomb that was a suicide bomb or a grenade in a later sentence is that; a gunfight after a bomb is part of it. */
function mostTelling(
  lead: ReadSentence,
  sentences: readonly ReadSentence[],
): { sentence: ReadSentence; cue: CueFound } | null {
  const byOrder = (acts: readonly CueFound[]) =>
    [...acts].sort((one, other) => CUE_KINDS.indexOf(one.kind) - CUE_KINDS.indexOf(other.kind))[0];
  const first = byOrder(withoutTaken(lead));
  if (first === undefined) return null;
  if (first.kind === 'bomb' || first.kind === 'attack') {
    const finer = new Set<CueKind>(first.kind === 'bomb' ? ['suicide', 'grenade', 'drone'] : CUE_KINDS.slice(0, 9));
    // "a search for the two abducted men", after an attack in which others were killed
    const isKilling = lead.tolls.some(({ kind }) => kind === 'killed');
    for (const sentence of sentences) {
      const cue = sentence.acts.find(({ kind }) => finer.has(kind) && !(kind === 'abduction' && isKilling));
      if (cue !== undefined) return { sentence, cue };
    }
  }
  return { sentence: lead, cue: first };
}

/** "Killed three labourers and abducted two": an attack, in which some were taken along. */
function withoutTaken({ acts, cues, tolls }: ReadSentence): readonly CueFound[] {
  const isKilled = tolls.some(({ kind, people }) => {
    return kind === 'killed' && people.some((one) => !one.isAttacker && !one.isIncluded && !isTaken(one, tolls));
  });
  if (!isKilled || acts.every(({ kind }) => kind !== 'abduction')) return acts;
  const others = [...acts, ...cues].filter(
    ({ kind }) => kind === 'attack' || (VIOLENT_CUES.includes(kind) && kind !== 'abduction'),
  );
  return others.length > 0 ? others : acts;
}

/** Who is told to be abducted too: "nine passengers who were kidnapped". */
function isTaken({ first }: { readonly first: number }, tolls: ReadSentence['tolls']): boolean {
  return tolls.some(({ kind, people }) => kind === 'abducted' && people.some((one) => one.first === first));
}

function losesAttackers(sentences: readonly ReadSentence[]): boolean {
  return sentences.some(({ tolls }) =>
    tolls.some(({ kind, people }) => kind === 'killed' && people.some(({ isAttacker }) => isAttacker)),
  );
}

/** "Police used batons at a rally": what was broken up may be called a protest in the next sentence only. */
function isBrokenUp(sentence: ReadSentence): boolean {
  return has(sentence, 'dispersal') && sentence.acts.length === 0 && !has(sentence, 'protest', 'riot');
}

/** "The BLA blocked the highway", not protesters who did so against it. */
function isBlockadeOfGroup({ names, words }: ReadSentence, { first }: CueFound): boolean {
  const doers = names.filter(({ last }) => last < first);
  return /^block/.test(words[first]?.text ?? '') && namesMilitant({ names: doers });
}

/** Demonstrations: peaceful, broken up, shot at, or violent themselves. */
function unrestType(sentences: readonly ReadSentence[]): TypeFound | null {
  const isOfIt = ({ kind }: CueFound) => kind === 'riot' || kind === 'protest';
  const [first, second] = sentences;
  const sentence = second !== undefined && first !== undefined && isBrokenUp(first) ? second : first;
  const cue = sentence?.cues.find(isOfIt);
  if (sentence === undefined || cue === undefined || has(sentence, 'perpetrator')) return null;
  const isShotAt = sentences.some((one) => has(one, 'shooting') && !has(one, 'perpetrator'));
  const isArmed = sentence.acts.some(({ kind }) => kind !== 'shooting' && kind !== 'clash' && kind !== 'arson');
  if (isArmed) return null;
  // A group that stops the traffic to look for somebody demonstrates nothing.
  if (isBlockadeOfGroup(sentence, cue))
    return { eventType: 'Strategic developments', subEventType: 'Other', sentence, cue };
  if (isShotAt && has(sentence, 'protest'))
    return { eventType: 'Protests', subEventType: 'Excessive force against protesters', sentence, cue };
  if (sentences.some((one) => has(one, 'riot'))) {
    const isMob = sentences.some(({ words }) => words.some(({ text }) => /^(mob|lynched|crowd|ہجوم)$/.test(text)));
    return { eventType: 'Riots', subEventType: isMob ? 'Mob violence' : 'Violent demonstration', sentence, cue };
  }
  if (sentences.some((one) => has(one, 'dispersal')))
    return { eventType: 'Protests', subEventType: 'Protest with intervention', sentence, cue };
  return { eventType: 'Protests', subEventType: 'Peaceful protest', sentence, cue };
}
