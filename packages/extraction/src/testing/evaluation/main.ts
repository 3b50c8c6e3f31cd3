import { EVALUATION_SETS, readEvaluationTexts } from '@corridor/cpec-data';
import { evaluate, extract } from './evaluate.ts';
import { evaluateRecords } from './evaluate-records.ts';
import { type EvaluationText, evaluationTextsSchema } from './evaluation-text.ts';
import { portfolioContext } from './portfolio-context.ts';
import { MEASURED, measuresOf } from './tally.ts';

/**
 * Prints how well the rules read the evaluation texts, each set apart, what they get wrong, what they find in the portfolio's own
 * records, and how fast they are.
 */
const { context, portfolio } = await portfolioContext();
const all: EvaluationText[] = [];
for (const set of EVALUATION_SETS) {
  const texts = evaluationTextsSchema.parse(await readEvaluationTexts(set));
  all.push(...texts);
  const { faults, tallies } = evaluate(texts, context);
  console.log(`\n${set}: ${texts.length} texts\n`);
  console.log(
    `${'field'.padEnd(20)}${'precision'.padStart(10)}${'recall'.padStart(10)}${'F1'.padStart(10)}${'of'.padStart(8)}`,
  );
  for (const field of MEASURED) {
    const { f1, precision, recall } = measuresOf(tallies[field]);
    const figures = [precision, recall, f1].map((share) => share.toFixed(2).padStart(10)).join('');
    console.log(`${field.padEnd(20)}${figures}${String(tallies[field].right + tallies[field].missed).padStart(8)}`);
  }
  if (set.startsWith('unseen'))
    console.log('  What was read wrongly is not told: whoever mends it has seen these texts.');
  else for (const fault of faults) console.log(`  ${fault}`);
}

const halves = [0, 1].map((half) => portfolio.incidents.filter((_, index) => index % 2 === half));
for (const [half, incidents] of halves.entries()) {
  const { found, placed, records, typed, withDistrict } = evaluateRecords(incidents, context);
  const share = (part: number, whole: number) => (part / whole).toFixed(2);
  console.log(
    `\n${half === 0 ? 'records whose misses were looked at' : 'records that nobody looked at'}: ${records} of violence, found ${share(found, records)}, of these sub-type ${share(typed, found)}, district ${share(placed, withDistrict)}`,
  );
}

const ROUNDS = 20;
const begun = performance.now();
for (let round = 0; round < ROUNDS; round += 1) for (const text of all) extract(text, context);
const seconds = (performance.now() - begun) / 1000;
console.log(`\n${Math.round((ROUNDS * all.length) / seconds)} articles a second`);
