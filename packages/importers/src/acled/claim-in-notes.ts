import { type ActorClaim, wordsOf } from '@corridor/domain';

/**
 * What notes say of a group by one of its names, each as ACLED writes it (`BLA: Baloch Liberation Army`): that it claimed
 * what happened, denied it, or, in different sentences, both. Null where they say neither: that nobody claimed it, or
 * somebody else did, is nothing of this group. O(words × names), and next to nothing for notes without such words.
 */
export function claimInNotes(notes: string, names: readonly string[]): ActorClaim | null {
  if (!/claim|denie|responsibility|distanced/i.test(notes)) return null;
  const known = new Set(names.flatMap(namesWithin).map((name) => wordsOf(name).join(' ')));
  const phrases = [...known].map((name) => name.split(' ')).filter(([first = '']) => first !== '');
  const said = new Set(notes.split(/[.;!?\n]+/).flatMap((sentence) => saidIn(wordsOf(sentence), phrases)));
  if (said.size > 1) return 'disputed';
  return said.values().next().value ?? null;
}

type Said = 'claimed' | 'denied';
type Words = readonly string[];

/** `BLA: Baloch Liberation Army` and `Baloch Liberation Army (BLA)` are two names; `(Pakistan)` is none. */
function namesWithin(name: string): readonly string[] {
  const [, bare = name, acronym] = /^([^()]*)(?:\(([A-Z-]{3,})\))?/.exec(name) ?? [];
  return [...bare.split(':'), acronym ?? ''].map((part) => part.trim()).filter((part) => part.length > 2);
}

function saidIn(words: Words, phrases: readonly Words[]): Said[] {
  const own = new Set(phrases.flat());
  return phrases.flatMap((phrase) =>
    [...words.keys()]
      .filter((at) => phrase.every((word, index) => words[at + index] === word))
      .flatMap((at) => (isClaimedBy(words.slice(0, at)) ? 'claimed' : (saidBy(words, at, phrase.length, own) ?? []))),
  );
}

/** Of "the BLA": what stands before it is no negation, and what comes after its name is what it did. */
function saidBy(words: Words, at: number, length: number, own: ReadonlySet<string>): Said | null {
  const before = words[at - 1] === 'the' ? words[at - 2] : words[at - 1];
  if (NEGATIONS.has(before ?? '')) return null;
  const [verb = '', ...rest] = words.slice(pastSubject(words, at + length, own));
  if (CLAIMS.has(verb)) return isOfTheDeed(rest) ? 'claimed' : null;
  if (TAKES.has(verb)) return rest[0] === 'responsibility' ? 'claimed' : null;
  if (DENIALS.has(verb)) return rest.slice(0, 3).some((word) => PARTS.has(word)) ? 'denied' : null;
  return verb === 'distanced' && rest[0] === 'itself' ? 'denied' : null;
}

/** Past the group's other names, who speaks for it, and what only says when or how. */
function pastSubject(words: Words, start: number, own: ReadonlySet<string>): number {
  let at = start;
  let personUntil = start;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (/^spokes/.test(word)) personUntil = at + MAX_PERSON_NAME;
    else if (!FILLERS.has(word) && !own.has(word) && (at > personUntil || VERBS.has(word))) break;
  }
  return at;
}

/** "claimed full responsibility", "claimed the attack", "claimed to have killed". */
function isOfTheDeed(words: Words): boolean {
  const [first = '', second = ''] = words.filter((word) => word !== 'the' && word !== 'full' && word !== 'sole');
  return first === 'responsibility' || DEEDS.has(first) || (first === 'to' && second === 'have');
}

/** "Responsibility for it was later claimed by the", "an attack claimed by". */
function isClaimedBy(before: Words): boolean {
  const words = before.filter((word) => word !== 'the' && word !== 'later' && word !== 'also');
  if (words.at(-1) !== 'by' || words.at(-2) !== 'claimed') return false;
  const clause = words.slice(0, -2).filter((word) => !BE.has(word));
  if (clause.some((word) => NEGATIONS.has(word))) return false;
  return clause.includes('responsibility') || DEEDS.has(clause.at(-1) ?? '');
}

/** Words of a spokesperson's name. */
const MAX_PERSON_NAME = 3;
const NEGATIONS = new Set(['no', 'not', 'nor', 'neither', 'never', 'nobody', 'none', 'without']);
const BE = new Set(['is', 'was', 'were', 'been', 'has', 'have', 'had', 'being']);
const CLAIMS = new Set(['claimed', 'claims', 'claiming']);
const TAKES = new Set(['took', 'takes', 'accepted', 'accepts', 'assumed']);
const DENIALS = new Set(['denied', 'denies', 'denying', 'rejected']);
const PARTS = new Set(['involvement', 'responsibility', 'role', 'involved', 'carrying', 'behind', 'link', 'links']);
const DEEDS = new Set(['attack', 'attacks', 'bombing', 'blast', 'explosion', 'killing', 'killings', 'ambush', 'raid']);
const FILLERS = new Set([
  ...['has', 'have', 'had', 'also', 'later', 'subsequently', 'reportedly', 'which', 'who', 'since', 's'],
  ...['group', 'faction', 'militants', 'fighters', 'insurgents', 'commander', 'media', 'wing', 'a', 'its', 'through'],
]);
/** What no person is called. */
const VERBS = new Set([
  ...[...CLAIMS, ...TAKES, ...DENIALS, ...NEGATIONS, 'distanced'],
  ...['said', 'says', 'stated', 'told', 'that', 'and', 'but', 'while', 'as', 'did', 'killed', 'attacked', 'blamed'],
]);
