import type { CasualtyKind } from '@corridor/domain';

/** The three figures of each toll, in the order of a table's tolls. */
export const FIGURES = ['low', 'best', 'high'] as const;
export type CasualtyFigure = (typeof FIGURES)[number];

/** The Arrow column of a figure: `attackers_killed_best`. */
export function casualtyColumnName(kind: CasualtyKind, figure: CasualtyFigure): string {
  return `${kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_${figure}`;
}
