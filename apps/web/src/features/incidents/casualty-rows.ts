import type { Range } from '@corridor/domain';
import type { IncidentDetail } from '../../lib/api/record.ts';

export interface CasualtyRow {
  readonly kind: 'killed' | 'wounded' | 'abducted';
  readonly range: Range | null;
  /** Null where the record does not say; undefined where there is no such figure at all. */
  readonly chinese: Range | null | undefined;
  readonly attackers: Range | null | undefined;
}

/** Bars of small tolls share one scale, so that 1 killed does not look like 10. */
const SMALLEST_SCALE = 10;

/** The record's tolls by row. Abducted is a row only where someone was, or where that is what happened. */
export function casualtyRows({
  casualties,
  chinese,
  subEventType,
}: Pick<IncidentDetail, 'casualties' | 'chinese' | 'subEventType'>): readonly CasualtyRow[] {
  const ofChinese = (range: Range | null) => (range === null && !chinese ? undefined : range);
  const rows: CasualtyRow[] = [
    {
      kind: 'killed',
      range: casualties.killed,
      chinese: ofChinese(casualties.chineseKilled),
      attackers: casualties.attackersKilled,
    },
    {
      kind: 'wounded',
      range: casualties.wounded,
      chinese: ofChinese(casualties.chineseWounded),
      attackers: undefined,
    },
  ];
  if (casualties.abducted || subEventType === 'Abduction/forced disappearance') {
    rows.push({ kind: 'abducted', range: casualties.abducted, chinese: undefined, attackers: undefined });
  }
  return rows;
}

/** The figure at the right end of every bar. */
export function casualtyScale(rows: readonly CasualtyRow[]): number {
  return Math.max(SMALLEST_SCALE, ...rows.map(({ range }) => range?.high ?? 0));
}
