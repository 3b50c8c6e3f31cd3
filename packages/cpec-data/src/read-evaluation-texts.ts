import { readFile } from 'node:fs/promises';

/**
 * Texts on which rules of extraction are tried: `tuning` and `reports` to write them by, `held-out` to hold them to, `unseen` and
 * `unseen-reports` to know what to expect of others, whose faults nobody looks at. Reports are as newspapers, agencies and
 * television print them, a quarter of them long ones of several events.
 */
export const EVALUATION_SETS = ['tuning', 'held-out', 'unseen', 'reports', 'unseen-reports'] as const;
export type EvaluationSet = (typeof EVALUATION_SETS)[number];

/** The texts of a set with what is to be found in them, as JSON. They were written for this project. */
export async function readEvaluationTexts(set: EvaluationSet): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../evaluation/${set}.json`, import.meta.url), 'utf8'));
}
