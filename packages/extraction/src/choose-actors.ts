import type { Actor, ActorClaim, ActorKind, EventType } from '@corridor/domain';
import { has } from './cue-found.ts';
import { FROM_OR_TO, IN } from './lexicon/place-words.ts';
import type { ReadSentence } from './read-sentence.ts';

export interface ActorFound {
  readonly name: string;
  readonly actor: Actor;
  readonly claim: ActorClaim;
  readonly sentence: ReadSentence;
  readonly first: number;
  readonly last: number;
}

/** Who may have done an act of violence; the state is an actor of developments, villagers and workers of unrest. */
const ARMED: ReadonlySet<ActorKind> = new Set(['militant', 'criminal', 'other']);
const DOERS: ReadonlySet<ActorKind> = new Set([...ARMED, 'civil']);
const ARMED_TYPES: ReadonlySet<EventType> = new Set([
  'Battles',
  'Explosions/Remote violence',
  'Violence against civilians',
]);

/** The kinds of actors that an event of a type may have. */
export function doersOf({ eventType }: { readonly eventType: EventType }): ReadonlySet<ActorKind> {
  return ARMED_TYPES.has(eventType) ? ARMED : DOERS;
}
/** What a portfolio calls those whom nobody names. */
const NOBODY = /^un(identified|known)\b/i;

/**
 * The actors that the sentences of an event name, each once, with how sure the text is: claimed by themselves, attributed by
 * others, denied. Those whom nobody names are left out where somebody is named.
 */
export function chooseActors(sentences: readonly ReadSentence[], kinds: ReadonlySet<ActorKind>): ActorFound[] {
  const found = new Map<string, ActorFound>();
  for (const sentence of sentences) {
    for (const { first, last, named } of sentence.names) {
      for (const one of named) {
        if (one.kind !== 'actor' || !kinds.has(one.actor.kind) || isWhere(one.actor.kind, first, sentence)) continue;
        if (isSilent(last, sentence)) continue;
        if (NOBODY.test(one.name) && isCounted(first, last, sentence)) continue;
        const claim = NOBODY.test(one.name) ? 'unknown' : claimIn(sentence, last);
        const before = found.get(one.name);
        if (before === undefined || (STRENGTH[claim] ?? 0) > (STRENGTH[before.claim] ?? 0)) {
          found.set(one.name, { name: one.name, actor: one.actor, claim, sentence, first, last });
        }
      }
    }
  }
  const known = [...found.values()].filter(({ name }) => !NOBODY.test(name));
  const nobody = [...found.values()].filter(({ name }) => NOBODY.test(name));
  return moreSpecific(known.length > 0 ? known : nobody);
}

/** "The group had no immediate comment": it is named as one that may have done it, and nothing more. */
function isSilent(last: number, { words }: ReadSentence): boolean {
  const rest = words.slice(last + 1, last + 1 + SILENCE_REACH).map(({ text }) => text);
  const at = rest.findIndex((text) => /^comment(ed)?$/.test(text));
  return at > 0 && rest.slice(0, at).some((text) => /^(no|not|nothing|declined)$/.test(text));
}

const SILENCE_REACH = 9;

/** "two unidentified men were killed": who did it is not said. */
function isCounted(from: number, to: number, { tolls }: ReadSentence): boolean {
  return tolls.some(({ people }) => people.some(({ first, last }) => first < from && to <= last));
}

/** "in Beijing" is where something was, not the government. */
function isWhere(kind: ActorKind, first: number, { words }: ReadSentence): boolean {
  const before = words[first - 1]?.text ?? '';
  return (kind === 'state' || kind === 'foreign-state') && (IN.has(before) || FROM_OR_TO.has(before));
}

const STRENGTH: Readonly<Partial<Record<ActorClaim, number>>> = { unknown: 0, attributed: 1, claimed: 2, denied: 3 };

function claimIn(sentence: ReadSentence, last: number): ActorClaim {
  const isDenial = sentence.cues.some((cue) => cue.kind === 'denial' && cue.first > last && cue.first - last <= 6);
  if (isDenial) return 'denied';
  const isNegated = sentence.words.some(({ text }) => /^(no|nobody|none|neither|yet)$/.test(text));
  if (has(sentence, 'claim') && !isNegated) return 'claimed';
  return 'attributed';
}

/** "the Majeed Brigade of the BLA" is the brigade: the name that begins with another one is the finer of the two. */
function moreSpecific(actors: readonly ActorFound[]): ActorFound[] {
  return actors.filter(({ name }) => {
    const others = actors.filter((other) => other.name !== name);
    const isWhole = others.some(
      (other) =>
        other.name.startsWith(`${name} (`) || other.actor.aliases.some((alias) => alias.startsWith(`${name} `)),
    );
    return !isWhole && !(VAGUE.test(name) && others.some(({ actor }) => actor.kind === 'militant'));
  });
}

/** Of whom it is only said which side they are of. */
const VAGUE = /\(group not confirmed\)$/;
