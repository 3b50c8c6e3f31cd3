import { expect, test } from 'vitest';
import type { UnfinishedDraft } from './draft.ts';
import { DUPLICATE_THRESHOLD, scoreDuplicate } from './duplicate-score.ts';
import type { IncidentSummary } from './query.ts';

const known: IncidentSummary = {
  id: 'known',
  title: 'Convoy of engineers hit by roadside device at Dasht',
  start: '2024-03-10',
  end: '2024-03-10',
  datePrecision: 'day',
  eventType: 'Explosions/Remote violence',
  subEventType: 'Remote explosive/landmine/IED',
  actors: ['BLA'],
  actorClaim: 'claimed',
  targetType: 'convoy',
  targetedSites: [],
  placeName: 'Dasht',
  province: 'Balochistan',
  district: 'Kech',
  latitude: 25.7,
  longitude: 62.1,
  placePrecision: 'place',
  killed: { low: 3, best: 3, high: 5 },
  wounded: { low: 2, best: 2, high: 2 },
  abducted: null,
  attackersKilled: null,
  chineseKilled: null,
  chineseWounded: null,
  severity: 3,
  status: 'reported',
  grade: 'B2',
  chinese: false,
  summarisesDay: false,
  origin: 'corridor-watch',
};
const draft: UnfinishedDraft = {
  title: 'Engineers killed as device hits their convoy',
  occurred: { start: '2024-03-10', end: '2024-03-10', precision: 'day' },
  eventType: 'Explosions/Remote violence',
  subEventType: 'Remote explosive/landmine/IED',
  actors: [{ name: 'BLA', claim: 'attributed' }],
};
const here = { distance: { minKm: 0, maxKm: 10 }, sharesSource: false };
const score = (changes: Partial<UnfinishedDraft> = {}, context: Parameters<typeof scoreDuplicate>[2] = here) =>
  scoreDuplicate({ ...draft, ...changes }, known, context);

test('says what speaks for it, in words', () => {
  expect(score().reasons).toEqual([
    { key: 'date', text: 'same day' },
    { key: 'distance', text: '0 to 10 km away' },
    { key: 'type', text: 'Remote explosive/landmine/IED' },
    { key: 'actor', text: 'BLA' },
    { key: 'title', text: 'engineers, device, convoy' },
  ]);
  expect(score({}, { ...here, sharesSource: true }).reasons.at(-1)).toEqual({
    ...{ key: 'source', text: 'cites the same source' },
  });
  expect(score().score).toBeGreaterThan(0.8);
});

test('each day apart says less, and more than three days are another event', () => {
  const scores = [10, 11, 12, 13].map((day) => score(on(day)).score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(score(on(14))).toEqual({ score: 0, reasons: [] });
  expect(score(on(6))).toEqual({ score: 0, reasons: [] });
});

test('a month that holds the day agrees less than the day, and more than another month', () => {
  const inMonth = score({ occurred: { start: '2024-03-01', end: '2024-03-31', precision: 'month' } }).score;
  expect(inMonth).toBeLessThan(score().score);
  expect(score({ occurred: { start: '2024-04-01', end: '2024-04-30', precision: 'month' } }).score).toBe(0);
  expect(inMonth).toBeGreaterThan(0.5);
});

test('a certain distance weighs against everything else, a mere possibility does not', () => {
  const scores = [0, 10, 30, 100].map((minKm) => score({}, { ...here, distance: { minKm, maxKm: minKm + 10 } }).score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(scores.at(-1)).toBeLessThan(0.1);
  expect(score({}, { distance: { minKm: 0, maxKm: 90 }, sharesSource: false }).score).toBeGreaterThan(
    DUPLICATE_THRESHOLD,
  );
});

test('two districts that are not measured are two', () => {
  const nowhere = { distance: null, sharesSource: false };
  const within = (district: string | null) =>
    score(
      {
        place: { name: '', province: 'Balochistan', district, latitude: null, longitude: null, precision: 'district' },
      },
      nowhere,
    );
  expect(within('Gwadar').score).toBeLessThan(0.8 * within('Kech').score);
  expect(within(null)).toEqual(within('Kech'));
});

test('only the day in common is no reason to warn, nor are the day and the type', () => {
  const { occurred, eventType } = draft;
  const nowhere = { distance: null, sharesSource: false };
  expect(scoreDuplicate({ occurred }, known, nowhere).score).toBeLessThan(DUPLICATE_THRESHOLD);
  expect(scoreDuplicate({ occurred, eventType }, known, nowhere).score).toBeLessThan(DUPLICATE_THRESHOLD);
});

test('tolls agree where their ranges overlap, and less the more they differ', () => {
  const killed = (best: number) => score({ casualties: { ...NONE, killed: { low: best, best, high: best } } }).score;
  expect(killed(3)).toBeGreaterThan(killed(5));
  expect(killed(5)).toBeGreaterThan(killed(8));
  expect(killed(8)).toBeGreaterThan(killed(40));
});

test('names of nobody agree with nobody', () => {
  const unknown = { ...known, actors: ['Unidentified gunmen'] };
  const ours = { ...draft, actors: [{ name: 'Unidentified gunmen', claim: 'unknown' as const }] };
  expect(scoreDuplicate(ours, unknown, here).reasons.map(({ key }) => key)).not.toContain('actor');
});

test('a wing of a group agrees with the group, and less than the group itself', () => {
  const by = (name: string) => score({ actors: [{ name, claim: 'claimed' }] }).score;
  expect(by('BLA (Majeed Brigade)')).toBeLessThan(by('BLA'));
  expect(by('BLA (Majeed Brigade)')).toBeGreaterThan(by('BLF'));
  expect(by('BLAST')).toBe(by('BLF'));
});

test('a suicide bomb is nearer to a device than a thrown grenade is, and an attack without one nearer than an arrest', () => {
  const of = (eventType: UnfinishedDraft['eventType'], subEventType: UnfinishedDraft['subEventType']) =>
    score({ eventType, subEventType }).score;
  const [ied, suicide, grenade, attack, arrest] = [
    of('Explosions/Remote violence', 'Remote explosive/landmine/IED'),
    of('Explosions/Remote violence', 'Suicide bomb'),
    of('Explosions/Remote violence', 'Grenade'),
    of('Violence against civilians', 'Attack'),
    of('Strategic developments', 'Arrests'),
  ];
  const scores = [ied, suicide, grenade, attack, arrest];
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(arrest).toBeLessThan(DUPLICATE_THRESHOLD);
  expect(attack).toBeGreaterThan(DUPLICATE_THRESHOLD);
  expect(of('Strategic developments', 'Looting/property destruction')).toBe(attack);
});

test('tolls of another scale speak against it, whatever else agrees', () => {
  const with60 = scoreDuplicate(
    { ...draft, casualties: { ...NONE, killed: { low: 0, best: 0, high: 0 } } },
    { ...known, killed: { low: 60, best: 60, high: 60 } },
    here,
  );
  expect(with60.score).toBeLessThan(0.75 * score().score);
});

test('a record that sums up a day is not each event of that day', () => {
  const whole = scoreDuplicate(draft, { ...known, summarisesDay: true }, here).score;
  expect(whole).toBeLessThan(score().score);
  expect(scoreDuplicate({ ...draft, summarisesDay: true }, { ...known, summarisesDay: true }, here).score).toBe(
    score().score,
  );
});

const NONE = {
  ...{ killed: null, wounded: null, abducted: null, attackersKilled: null, chineseKilled: null, chineseWounded: null },
};

function on(day: number): Pick<UnfinishedDraft, 'occurred'> {
  const date = `2024-03-${String(day).padStart(2, '0')}`;
  return { occurred: { start: date, end: date, precision: 'day' } };
}
