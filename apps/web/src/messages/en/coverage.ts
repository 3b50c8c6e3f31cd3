/** Stretches of time that no source covers, in every chart over time. */
export const coverage = {
  none: 'No source covers this period',
  part: 'No source covers part of this period',
  hatched: 'Hatched: no source covers {{periods}}.',
  marked: '{{period}} (no source covers it)',
} as const;
