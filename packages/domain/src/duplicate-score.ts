import { type DayNumber, dayOf } from './days.ts';
import type { UnfinishedDraft } from './draft.ts';
import { wordsOf } from './fold-text.ts';
import type { Incident, Range } from './incident.ts';
import type { Distance, IncidentSummary } from './query.ts';
import { DEVELOPMENT, type EventType, type SubEventType } from './taxonomy.ts';

export const DUPLICATE_REASONS = ['date', 'distance', 'type', 'actor', 'casualties', 'title', 'source'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** What is compared beside the records themselves. */
export interface DuplicateContext {
  /** Between the two places; null where one is too vague. */
  readonly distance: Distance | null;
  readonly sharesSource: boolean;
}

export interface DuplicateScore {
  /** From 0 to 1. */
  readonly score: number;
  /** What speaks for it. */
  readonly reasons: readonly { readonly key: DuplicateReason; readonly text: string }[];
}

/**
 * From here on two records are worth a look. Of 177 labelled pairs (`npm run eval-duplicates`), half of them look-alikes, it
 * finds 92 of 100 that are one event, and 88 of 100 that it proposes are. Of 100 records of the portfolio, less than 5 have a
 * neighbour above it.
 */
export const DUPLICATE_THRESHOLD = 0.6;

/** Days between two records after which they are of different events, whatever else agrees. */
export const MAX_DAYS_APART = 3;

/** By days apart: a night has two dates, and many a report only that of the paper. */
const DAYS_APART = [1, 0.75, 0.35, 0.15] as const;

/** How much each part says. A part that is not known says neither yes nor no, and counts a little less than half. */
const WEIGHTS = { date: 0.22, distance: 0.22, type: 0.13, actor: 0.12, casualties: 0.19, title: 0.12 } as const;
const UNKNOWN = 0.4;
/** What a source in common adds: one article seldom tells of two events of the same days. */
export const SHARED_SOURCE = 0.12;
/** From here on a part is a reason. */
const AGREES = 0.6;

interface Part {
  /** From 0 (differs) to 1 (agrees). */
  readonly value: number;
  readonly text: string;
}

/**
 * How likely it is that a record tells of the event of a draft. Dates and places agree only as far as they are known: a
 * month agrees half with a day in it, a district less than a point. 0 where the dates are too far apart. About 2 µs; what
 * is read out of a draft and a candidate is kept for the next pair with it, so neither may be changed between.
 */
export function scoreDuplicate(
  draft: UnfinishedDraft,
  candidate: IncidentSummary,
  context: DuplicateContext,
): DuplicateScore {
  const date = datePart(draft.occurred, candidate);
  if (date.value === 0) return { score: 0, reasons: [] };
  const tolls = tollPairs(draft, candidate);
  const parts: Readonly<Record<keyof typeof WEIGHTS, Part | null>> = {
    date,
    distance: distancePart(context.distance) ?? districtPart(draft, candidate),
    type: typePart(draft, candidate),
    actor: actorPart(draft, candidate),
    casualties: casualtiesPart(tolls),
    title: titlePart(draft, candidate),
  };
  let score = context.sharesSource ? SHARED_SOURCE : 0;
  const reasons: { key: DuplicateReason; text: string }[] = [];
  for (const key of DUPLICATE_REASONS) {
    if (key === 'source') continue;
    const part = parts[key];
    score += WEIGHTS[key] * (part?.value ?? UNKNOWN);
    if (part && part.value >= AGREES) reasons.push({ key, text: part.text });
  }
  if (context.sharesSource) reasons.push({ key: 'source', text: 'cites the same source' });
  const against = nearness(context.distance, parts.distance) * sameDeed(draft, candidate) * sameScale(tolls);
  return { score: Math.round(1000 * Math.min(1, score) * against) / 1000, reasons };
}

/** Days between two periods; 0 where they overlap. */
export function daysApart(
  one: Pick<Incident['occurred'], 'start' | 'end'>,
  other: Pick<Incident['occurred'], 'start' | 'end'>,
): number {
  const [ours, theirs] = [daysOf(one), daysOf(other)];
  return Math.max(theirs.first - ours.last, ours.first - theirs.last, 0);
}

/** Days and words are read once of each object: in long lists each is compared with hundreds of others. */
const daysRead = new WeakMap<object, { readonly first: DayNumber; readonly last: DayNumber }>();
const wordsRead = new WeakMap<object, ReadonlySet<string>>();

function daysOf(period: Pick<Incident['occurred'], 'start' | 'end'>) {
  const known = daysRead.get(period);
  if (known) return known;
  const days = { first: dayOf(period.start), last: dayOf(period.end) };
  daysRead.set(period, days);
  return days;
}

function wordsIn(record: object, text: () => string): ReadonlySet<string> {
  const known = wordsRead.get(record);
  if (known) return known;
  const words = telling(text());
  wordsRead.set(record, words);
  return words;
}

function datePart(
  { end, precision, start }: Incident['occurred'],
  candidate: Pick<IncidentSummary, 'start' | 'end' | 'datePrecision'>,
): Part {
  const apart = daysApart({ start, end }, candidate);
  if (apart > MAX_DAYS_APART) return { value: 0, text: '' };
  if (apart > 0) return { value: DAYS_APART[apart] ?? 0, text: `${apart} ${apart === 1 ? 'day' : 'days'} apart` };
  if (start === candidate.start && end === candidate.end)
    return { value: 1, text: start === end ? 'same day' : 'same days' };
  const rough = precision === 'day' && candidate.datePrecision === 'day' ? 0.9 : 0.5;
  return { value: rough, text: 'days that overlap' };
}

/** Places that are certainly apart are of different events, however much else agrees: half at 30 km. */
function nearness(distance: Distance | null, part: Part | null): number {
  if (distance === null) return part?.value === 0 ? 0.7 : 1;
  return 1 / (1 + (distance.minKm / 30) ** 2);
}

/** Two districts are not measured, and yet are two. */
function districtPart({ place }: UnfinishedDraft, { district }: IncidentSummary): Part | null {
  const ours = place?.district ?? null;
  return ours !== null && district !== null && ours !== district ? { value: 0, text: '' } : null;
}

/** An interval counts by its middle. A wide one in which both may be one place is no sign against it. */
function distancePart(distance: Distance | null): Part | null {
  if (distance === null) return null;
  const { maxKm, minKm } = distance;
  const value = Math.exp(-(minKm + maxKm) / 2 / 25) * (minKm > 0 ? 0.9 : 1);
  const [from, to] = [Math.floor(minKm), Math.ceil(maxKm)];
  const least = maxKm < 100 ? AGREES : UNKNOWN;
  return { value: Math.max(value, minKm === 0 ? least : 0), text: `${from} to ${to} km away` };
}

/** One report has a suicide bomber where another has a device, and an ambush is a clash to some and an attack to others. */
function typePart({ eventType, subEventType }: UnfinishedDraft, candidate: IncidentSummary): Part | null {
  if (eventType === undefined) return null;
  if (subEventType === candidate.subEventType) return { value: 1, text: subEventType };
  if (eventType === candidate.eventType) {
    const isThrown = [subEventType, candidate.subEventType].some((name) => name !== undefined && THROWN.has(name));
    return { value: isThrown ? 0.5 : 0.75, text: eventType };
  }
  const both = isViolent(eventType, subEventType) && isViolent(candidate.eventType, candidate.subEventType);
  return { value: both ? 0.5 : 0, text: '' };
}

/** Seldom taken for a bomb that was laid or worn. */
const THROWN: ReadonlySet<SubEventType> = new Set(['Grenade', 'Shelling/artillery/missile attack', 'Air/drone strike']);

/**
 * What follows an attack on the same days in the same place, the arrests, the protest, the visit, is an event of its
 * own, and so is each attack of a day beside the record that sums up the day.
 */
function sameDeed(
  { eventType, subEventType, summarisesDay = false }: UnfinishedDraft,
  candidate: IncidentSummary,
): number {
  if (summarisesDay !== candidate.summarisesDay) return 0.85;
  if (eventType === undefined) return 1;
  return isViolent(eventType, subEventType) === isViolent(candidate.eventType, candidate.subEventType) ? 1 : 0.7;
}

/** Of the developments, what is destroyed and what is defused: others call the same an attack. */
function isViolent(eventType: EventType, subEventType: SubEventType | undefined): boolean {
  if (eventType === DEVELOPMENT) {
    return subEventType === 'Looting/property destruction' || subEventType === 'Disrupted weapons use';
  }
  return eventType !== 'Protests' && eventType !== 'Riots';
}

function actorPart({ actors }: UnfinishedDraft, candidate: IncidentSummary): Part | null {
  const named = (names: readonly string[]) => names.filter((name) => !/^un(identified|known)\b/i.test(name));
  const [ours, theirs] = [named((actors ?? []).map(({ name }) => name)), named(candidate.actors)];
  if (ours.length === 0 || theirs.length === 0) return null;
  const both = ours.find((name) => theirs.includes(name));
  if (both !== undefined) return { value: 1, text: both };
  const wing = ours.find((name) => theirs.some((other) => isWingOf(name, other) || isWingOf(other, name)));
  return wing === undefined ? { value: 0, text: '' } : { value: 0.8, text: wing };
}

/** Whether a name is that of a group with a wing or faction of it added. */
function isWingOf(name: string, group: string): boolean {
  return name.startsWith(group) && /^[\s-]/.test(name.slice(group.length));
}

const TOLLS = ['killed', 'wounded', 'abducted'] as const;

function tollPairs({ casualties }: UnfinishedDraft, candidate: IncidentSummary) {
  return TOLLS.flatMap((kind) => {
    const [ours, theirs] = [casualties?.[kind], candidate[kind]];
    return ours && theirs ? [{ kind, ours, theirs }] : [];
  });
}

function casualtiesPart(pairs: ReturnType<typeof tollPairs>): Part | null {
  if (pairs.length === 0) return null;
  const value = pairs.reduce((sum, { ours, theirs }) => sum + likeness(ours, theirs), 0) / pairs.length;
  return { value, text: pairs.map(({ kind, theirs }) => `${theirs.best} ${kind}`).join(', ') };
}

/** Tolls of the first hours are half or twice what they become, and not a tenth: of one event they are of one scale. */
function sameScale(pairs: ReturnType<typeof tollPairs>): number {
  const apart = pairs.map(({ ours, theirs }) => timesApart(ours, theirs));
  const most = Math.max(1, ...apart);
  return most <= 3 ? 1 : Math.max(0.75, 1 - (most - 3) / 12);
}

/** 1 where ranges overlap. Small figures are off by one or two as easily as great ones by half. */
function timesApart(ours: Range, theirs: Range): number {
  if (ours.low <= theirs.high && theirs.low <= ours.high) return 1;
  return (Math.max(ours.best, theirs.best) + 3) / (Math.min(ours.best, theirs.best) + 3);
}

/**
 * Ranges that overlap agree, others by how many times one best figure is the other. That none or one was harmed says
 * little: so it is of most.
 */
function likeness(ours: Range, theirs: Range): number {
  const isUsual = Math.max(ours.high, theirs.high) < 2;
  if (ours.best === theirs.best) return isUsual ? 0.65 : 1;
  if (isUsual) return 0.5;
  const times = timesApart(ours, theirs);
  return times === 1 ? 0.9 : Math.max(0, 1.2 - 0.4 * times);
}

/** Other words are no sign against it: each report has its own. */
function titlePart(draft: UnfinishedDraft, candidate: IncidentSummary): Part | null {
  const ours = wordsIn(draft, () => `${draft.title ?? ''} ${draft.place?.name ?? ''}`);
  const theirs = wordsIn(candidate, () => `${candidate.title} ${candidate.placeName}`);
  if (ours.size < 2 || theirs.size < 2) return null;
  const shared = [...ours].filter((word) => theirs.has(word));
  if (shared.length === 0) return { value: 0.2, text: '' };
  const value = Math.min(1, (1.5 * shared.length) / Math.min(ours.size, theirs.size));
  return { value: Math.max(UNKNOWN, value), text: shared.slice(0, 5).join(', ') };
}

/** Words that are not in every title. */
function telling(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter((word) => word.length > 3 && !COMMON.has(word)));
}

const COMMON = new Set([
  ...[
    'attack',
    'attacked',
    'attacks',
    'blast',
    'killed',
    'kills',
    'near',
    'injured',
    'wounded',
    'with',
    'from',
    'over',
  ],
  ...['after', 'bomb', 'bombing', 'district', 'area', 'city', 'town', 'police', 'security', 'forces', 'against'],
]);
