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
  'stale',
  'precondition-required',
  'too-large',
  'too-many-attempts',
  'overloaded',
  'not-ready',
  'store-unavailable',
  'disk-full',
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
  /** Of `stale`: what stands now, as the transport shows it; undefined where several things are stale. */
  readonly current: unknown;
  constructor(code: ProblemCode, message: string, invalid: readonly InvalidParameter[] = [], current?: unknown) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.invalid = invalid;
    this.current = current;
  }
}
