import { CASUALTY_KINDS, type CasualtyKind } from '@corridor/domain';
import { z } from 'zod';
import { randomKey } from '../../../lib/random-key.ts';

const text = z.string();
const tollText = z.object({ low: text, best: text, high: text });
const gradeText = z.object({ reliability: text, credibility: text });

/** The parts have the names that the record has, so that a fault of the record is found at its field. */
export const formValuesSchema = z.object({
  title: text,
  summary: text,
  eventType: text,
  subEventType: text,
  actors: z.array(z.object({ key: text, name: text, claim: text })),
  target: text,
  targetType: text,
  occurred: z.object({ start: text, end: text, precision: text }),
  place: z.object({
    name: text,
    province: text,
    district: text,
    latitude: text,
    longitude: text,
    precision: text,
  }),
  casualties: z.object({
    killed: tollText,
    wounded: tollText,
    abducted: tollText,
    attackersKilled: tollText,
    chineseKilled: tollText,
    chineseWounded: tollText,
  } satisfies Record<CasualtyKind, typeof tollText>),
  claims: z.array(z.object({ key: text, kind: text, toll: tollText, by: text, source: text, note: text })),
  sources: z.array(
    z.object({
      key: text,
      publisher: text,
      title: text,
      url: text,
      date: text,
      basedOn: text,
      grade: gradeText,
    }),
  ),
  grade: gradeText,
  targetedSites: z.array(text),
  projectSite: text,
  notes: text,
  summarisesDay: z.boolean(),
  /** Why the record is changed; no part of the record. */
  reason: text,
});

/** What stands in the form, as it was typed. */
export type FormValues = z.infer<typeof formValuesSchema>;
export type TollText = FormValues['casualties'][CasualtyKind];
export type ActorRow = FormValues['actors'][number];
export type ClaimRow = FormValues['claims'][number];
export type SourceRow = FormValues['sources'][number];
export type PlaceText = FormValues['place'];

export const NO_TOLL: TollText = { low: '', best: '', high: '' };

export const newActor = (): ActorRow => ({ key: randomKey(), name: '', claim: 'attributed' });

export const newClaim = (kind: string): ClaimRow => ({
  key: randomKey(),
  kind,
  toll: NO_TOLL,
  by: '',
  source: '',
  note: '',
});

export const newSource = (): SourceRow => ({
  key: randomKey(),
  publisher: '',
  title: '',
  url: '',
  date: '',
  basedOn: '',
  grade: { reliability: '', credibility: '' },
});

/** A form in which nothing has been typed. What nobody has judged yet is graded as that. */
export const EMPTY_FORM: FormValues = {
  title: '',
  summary: '',
  eventType: '',
  subEventType: '',
  actors: [],
  target: '',
  targetType: '',
  occurred: { start: '', end: '', precision: 'day' },
  place: { name: '', province: '', district: '', latitude: '', longitude: '', precision: '' },
  casualties: {
    killed: NO_TOLL,
    wounded: NO_TOLL,
    abducted: NO_TOLL,
    attackersKilled: NO_TOLL,
    chineseKilled: NO_TOLL,
    chineseWounded: NO_TOLL,
  },
  claims: [],
  sources: [],
  grade: { reliability: 'F', credibility: '6' },
  targetedSites: [],
  projectSite: '',
  notes: '',
  summarisesDay: false,
  reason: '',
};

/** Guarantee: an entry for each kind of casualty, made by `make`. */
export function byKind<T>(make: (kind: CasualtyKind) => T): Record<CasualtyKind, T> {
  return Object.fromEntries(CASUALTY_KINDS.map((kind) => [kind, make(kind)])) as Record<CasualtyKind, T>;
}
