/** The closed set of errors that the product reports to its callers. Transports map each one once. */
export const PROBLEM_CODES = [
  'invalid-parameter',
  'invalid-body',
  'sign-in-needed',
  'wrong-credentials',
  'not-allowed',
  'not-found',
  'method-not-allowed',
  'conflict',
  'too-large',
  'too-many-attempts',
  'overloaded',
  'not-ready',
  'store-unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One wrong input: which, why, and what is allowed. */
export interface InvalidParameter {
  readonly name: string;
  readonly reason: string;
}

/** A domain error. Its message is meant for the caller and never holds internals. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly invalid: readonly InvalidParameter[];
  constructor(code: ProblemCode, message: string, invalid: readonly InvalidParameter[] = []) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.invalid = invalid;
  }
}
