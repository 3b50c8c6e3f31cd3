import { readFile } from 'node:fs/promises';

/**
 * Texts on which rules of extraction are tried: `tuning`, `reports` and `later` to write them by, `held-out` to hold them to, the
 * unseen ones to know what to expect of others, whose faults nobody looks at. Reports are as newspapers, agencies and
 * television print them, a quarter of them long ones of several events; what is later was written when the rules for those were.
 */
export const EVALUATION_SETS = [
  'tuning',
  'held-out',
  'unseen',
  'reports',
  'unseen-reports',
  'later',
  'unseen-later',
] as const;
export type EvaluationSet = (typeof EVALUATION_SETS)[number];

/** The texts of a set with what is to be found in them, as JSON. They were written for this project. */
export async function readEvaluationTexts(set: EvaluationSet): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../evaluation/${set}.json`, import.meta.url), 'utf8'));
}
