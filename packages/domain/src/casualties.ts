import type { Casualties, Incident } from './incident.ts';

/** The most that a record may say; more is a slip of the pen. */
export const MAX_TOLL = 1_000_000;

/** The tolls of a record, in the order in which they are shown. */
export const CASUALTY_KINDS = [
  'killed',
  'wounded',
  'abducted',
  'attackersKilled',
  'chineseKilled',
  'chineseWounded',
] as const satisfies readonly (keyof Casualties)[];
export type CasualtyKind = (typeof CASUALTY_KINDS)[number];

/** Whether Chinese nationals were the target, or among the killed or wounded. */
export function affectsChineseNationals(incident: Pick<Incident, 'targetType' | 'casualties'>): boolean {
  const { chineseKilled, chineseWounded } = incident.casualties;
  return incident.targetType === 'chinese-nationals' || (chineseKilled?.high ?? 0) + (chineseWounded?.high ?? 0) > 0;
}
