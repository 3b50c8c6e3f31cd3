import type { ActorKind, SubEventType } from '@corridor/domain';
import { namesMilitant } from './acts-of.ts';
import { isOfStatement } from './choose-date.ts';
import type { TypeFound } from './choose-type.ts';
import { type CueFound, has } from './cue-found.ts';
import type { EventFound } from './find-events.ts';
import { findPlaces, SAID_TO_BE_THERE } from './find-places.ts';
import { findSites } from './find-sites.ts';
import { type CueKind, VIOLENT_CUES } from './lexicon/cues.ts';
import { CHINESE } from './lexicon/toll-words.ts';
import { isRescue, type ReadSentence } from './read-sentence.ts';

/** Who acts in developments. */
export const DEVELOPMENT_ACTORS: ReadonlySet<ActorKind> = new Set(['state', 'foreign-state', 'company', 'civil']);

/** News stands at the beginning. */
const LEAD_SENTENCES = 3;

interface Rule {
  readonly kind: CueKind;
  readonly subEventType: SubEventType;
  readonly holds: (sentence: ReadSentence, text: TextFacts) => boolean;
}

interface TextFacts {
  /** What the text says of its own news, apart from what it recalls. */
  readonly hasSecurity: boolean;
  readonly isOfChinese: boolean;
  readonly isOfAccident: boolean;
  readonly namesSite: boolean;
  readonly recallsViolence: boolean;
}

/** "arrested in Karachi on Tuesday two men accused of the October bombing": the news ends where what it refers to begins. */
function withoutRecalled(sentence: ReadSentence, { last }: CueFound): ReadSentence {
  const next = sentence.cues.find((cue) => cue.first > last && (cue.kind === 'reference' || cue.kind === 'recall'));
  if (next === undefined) return sentence;
  const isNews = (one: { readonly first: number }) => one.first < next.first;
  const end = sentence.words[next.first]?.start ?? sentence.end;
  return {
    ...sentence,
    cues: sentence.cues.filter(isNews),
    names: sentence.names.filter(isNews),
    tolls: sentence.tolls.filter(isNews),
    acts: sentence.acts.filter(isNews),
    dates: sentence.dates.filter((date) => date.start < end),
  };
}

/** What is worth a record as a development, in ACLED's terms; a meeting only where it is about security. */
const RULES: readonly Rule[] = [
  { kind: 'disruption', subEventType: 'Disrupted weapons use', holds: isOfWeapons },
  {
    kind: 'arrest',
    subEventType: 'Arrests',
    holds: (sentence) =>
      namesMilitant(sentence) ||
      isOfCounterTerrorism(sentence) ||
      has(sentence, 'perpetrator', 'plot', 'attack', ...VIOLENT_CUES),
  },
  {
    kind: 'agreement',
    subEventType: 'Agreement',
    holds: (sentence, { hasSecurity, isOfChinese }) =>
      has(sentence, 'official', 'security') && hasSecurity && isOfChinese,
  },
  { kind: 'rescue', subEventType: 'Other', holds: isRescue },
  { kind: 'meeting', subEventType: 'Other', holds: isSecurityNews },
  { kind: 'measure', subEventType: 'Other', holds: isSecurityNews },
];

/** Whom the police against terrorism arrests is suspected of it. */
function isOfCounterTerrorism({ words }: ReadSentence): boolean {
  return words.some(({ text }, at) => text === 'ctd' || (text === 'counter' && words[at + 1]?.text === 'terrorism'));
}

/** What was foiled: an attack, not a bid to smuggle diesel. */
const FOILED = /^(foil|thwart|avert|ناکام)/;
const WEAPONS =
  /^(weapons?|arms|ammunition|explosives?|bombs?|grenades?|rockets?|terror|terrorism|terrorists?|militants?|suicide|attacks?|اسلحہ|بارود|بارودی|حمل|دہشت)/;

/** Bomb disposal looks at every blast, also at one that a gas cylinder made. */
function isOfWeapons({ cues, words }: ReadSentence, { isOfAccident }: TextFacts): boolean {
  if (isOfAccident) return false;
  const isFoiled = cues.some(({ first, kind }) => kind === 'disruption' && FOILED.test(words[first]?.text ?? ''));
  return !isFoiled || words.some(({ text }) => WEAPONS.test(text));
}

function isSecurityNews(
  sentence: ReadSentence,
  { hasSecurity, isOfChinese, namesSite, recallsViolence }: TextFacts,
): boolean {
  return has(sentence, 'official') && (isOfChinese || namesSite) && (hasSecurity || recallsViolence);
}

/** When and where it was may be told only in the next sentences. */
function toldAfter(news: ReadSentence, own: readonly ReadSentence[]): readonly ReadSentence[] {
  const isPlaced = findPlaces(news).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  const isDated = news.dates.some((date) => !isOfStatement(date, news));
  if (isPlaced && isDated) return [];
  return own
    .filter(({ index }) => index > news.index)
    .slice(0, LEAD_SENTENCES - 1)
    .map((sentence) => ({ ...sentence, names: isPlaced ? [] : sentence.names, dates: isDated ? [] : sentence.dates }));
}

/** The development that a text without news of violence reports in its first sentences; null where it reports none. */
export function findDevelopment(
  sentences: readonly ReadSentence[],
  background: readonly EventFound[],
): { event: EventFound; type: TypeFound } | null {
  const recalled = new Set(background.flatMap((event) => event.sentences));
  const own = sentences.filter((sentence) => !recalled.has(sentence));
  const facts: TextFacts = {
    hasSecurity: own.slice(0, 2 * LEAD_SENTENCES).some((sentence) => has(sentence, 'security')),
    isOfAccident: own.slice(0, 2 * LEAD_SENTENCES).some((sentence) => has(sentence, 'accident')),
    isOfChinese: own.some(({ words }) => words.some(({ text }) => CHINESE.has(text) || text === 'china')),
    namesSite: own.some((sentence) => findSites(sentence).length > 0),
    recallsViolence: background.length > 0,
  };
  for (const { holds, kind, subEventType } of RULES) {
    for (const sentence of sentences.slice(0, LEAD_SENTENCES)) {
      const cue = sentence.cues.find((one) => one.kind === kind);
      if (cue === undefined || !holds(sentence, facts)) continue;
      const news = withoutRecalled(sentence, cue);
      const type: TypeFound = { eventType: 'Strategic developments', subEventType, sentence: news, cue };
      return { event: { sentences: [news, ...toldAfter(news, own)], isBackground: false }, type };
    }
  }
  return null;
}
