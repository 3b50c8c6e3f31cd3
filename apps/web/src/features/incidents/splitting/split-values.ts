import {
  CASUALTY_KINDS,
  type Casualties,
  type CasualtyKind,
  type Draft,
  draftSchema,
  EVENT_TYPES,
  type EventType,
  type Place,
  SUB_EVENT_TYPES,
  type SubEventType,
} from '@corridor/domain';
import type { Split } from '../../../lib/api/merging.ts';
import { changedFields } from '../../../lib/record-parts/changed-fields.ts';
import { type Lots, shareEvidence } from './share-evidence.ts';

/** A figure of a toll as it is typed; null where it is unknown. */
export type Figures = Readonly<Partial<Record<CasualtyKind, number | null>>>;

/** What is chosen and typed. */
export interface SplitValues {
  readonly lots: Lots;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly eventType: string;
  readonly subEventType: string;
  readonly place: Place;
  /** Of the record that stays: only what was changed, since a figure says less than a range. */
  readonly stays: Figures;
  readonly goes: Figures;
}

/** The new record begins with what the old one says, but for what would be counted twice. */
export function startSplit({ eventType, occurred, place, subEventType, title }: Draft): SplitValues {
  const { end, start } = occurred;
  return { lots: new Map(), title, start, end, eventType, subEventType, place, stays: {}, goes: {} };
}

/** The tolls that are to be shared out: those that are known, and the two that most records have. */
export function sharedKinds({ casualties }: Draft): readonly CasualtyKind[] {
  return CASUALTY_KINDS.filter((kind) => casualties[kind] !== null || kind === 'killed' || kind === 'wounded');
}

/** What is asked of the API; null while what is typed makes no record. */
export function splitOf(draft: Draft, values: SplitValues): Omit<Split, 'reason'> | null {
  const type = readType(values);
  if (type === null) return null;
  const { goes, stays } = shareEvidence(draft, values.lots);
  const { end, place, start, title } = values;
  const part = draftSchema.safeParse({
    ...draft,
    ...goes,
    ...type,
    title: title.trim(),
    place,
    occurred: { ...draft.occurred, start, end: end || start },
    casualties: takeFigures(NOTHING_KNOWN, values.goes),
  });
  if (!part.success) return null;
  const rest = { ...draft, ...stays, casualties: takeFigures(draft.casualties, values.stays) };
  return { part: part.data, changes: changedFields(draft, rest) };
}

const NOTHING_KNOWN: Casualties = {
  killed: null,
  wounded: null,
  abducted: null,
  attackersKilled: null,
  chineseKilled: null,
  chineseWounded: null,
};

/** A figure is lowest, best and highest at once. */
function takeFigures(casualties: Casualties, figures: Figures): Casualties {
  const taken = CASUALTY_KINDS.flatMap((kind) => {
    const figure = figures[kind];
    if (figure === undefined) return [];
    return [[kind, figure === null ? null : { low: figure, best: figure, high: figure }] as const];
  });
  return { ...casualties, ...Object.fromEntries(taken) };
}

function readType({
  eventType,
  subEventType,
}: SplitValues): { readonly eventType: EventType; readonly subEventType: SubEventType } | null {
  const type = EVENT_TYPES.find((one) => one === eventType);
  const subType = type && SUB_EVENT_TYPES[type].find((one) => one === subEventType);
  return type && subType ? { eventType: type, subEventType: subType } : null;
}
