/** Stretches of time that no source covers, in every chart over time. */
export const coverage = {
  none: 'No source covers this period',
  part: 'No source covers part of this period',
  hatched: 'Hatched: no source covers {{periods}}.',
  marked: '{{period}} (no source covers it)',
  rule: 'A source covers the months of its records, and short silences between them: three times its usual longest step from month to month, three to twelve months.',
  compared: {
    now: {
      part: 'No source covers {{periods}} of this period.',
      whole: 'No source covers this period: that nothing is counted says nothing.',
    },
    before: {
      part: 'No source covers {{periods}} of the period before.',
      whole: 'No source covers the period before, {{periods}}: there is nothing to compare with.',
    },
  },
  /** Beside a figure. */
  beside: {
    now: { none: '', part: 'this period partly covered', whole: 'this period not covered' },
    before: { none: '', part: 'partly covered', whole: 'not covered' },
  },
} as const;
