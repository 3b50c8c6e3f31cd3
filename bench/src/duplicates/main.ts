import { DUPLICATE_THRESHOLD } from '@corridor/domain';
import { measure, type ScoredPair, scorePairs } from './evaluate-duplicates.ts';

const THRESHOLDS = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);

function report(name: string, scored: readonly ScoredPair[]): string {
  const same = scored.filter(({ pair }) => pair.same).length;
  const rows = THRESHOLDS.map((threshold) => {
    const { precision, recall } = measure(scored, threshold);
    const mark = threshold === DUPLICATE_THRESHOLD ? '  proposed from here on' : '';
    return `${threshold.toFixed(2).padStart(9)} ${percent(precision)} ${percent(recall)}${mark}`;
  });
  return [
    `${name}: ${same} of one event, ${scored.length - same} of two`,
    'threshold precision   recall',
    ...rows,
    '',
  ].join('\n');
}

/** What is told wrong, for who improves the score. */
function wrong(scored: readonly ScoredPair[]): string {
  const lines = scored
    .filter(({ pair, score }) => score >= DUPLICATE_THRESHOLD !== pair.same)
    .map(({ pair, reasons, score }) => {
      const told = `${pair.told.occurred.start} ${pair.told.title}`;
      const why = reasons.map(({ key }) => key).join(', ');
      return `${score.toFixed(3)} ${pair.same ? 'missed ' : 'alarm  '} ${pair.record.id} | ${told} | ${why}`;
    });
  return ['Told wrong, of the tuning part:', ...lines].join('\n');
}

const scored = await scorePairs();
const part = (name: string) => scored.filter(({ pair }) => pair.part === name);
for (const [name, pairs] of [
  ['Tuning part', part('tuning')],
  ['Held-out part', part('held-out')],
  ['All', scored],
] as const) {
  console.log(report(name, pairs));
}
console.log(wrong(part('tuning')));
