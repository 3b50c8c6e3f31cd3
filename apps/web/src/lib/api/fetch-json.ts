import type { InvalidParameter } from '@corridor/domain';

/** An answer of the API that is not a success, with the words of its problem+json body. */
export class ApiError extends Error {
  readonly status: number;
  /** The kind of problem, such as `sign-in-needed`; null from what is not the API, such as a proxy in front of it. */
  readonly code: string | null;
  /** Each part of what was sent that cannot be taken. */
  readonly invalid: readonly InvalidParameter[];
  /** How long to wait before it can succeed; null where the server does not say. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, message: string, problem: Partial<ProblemParts> = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = problem.code ?? null;
    this.invalid = problem.invalid ?? [];
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null;
  }
}

type ProblemParts = Pick<ApiError, 'code' | 'invalid' | 'retryAfterSeconds'>;

/** Whether an error says that nobody is signed in, or not any more. */
export function isSignInNeeded(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401 && error.code !== 'wrong-credentials';
}

/** Whether an error says that somebody else has changed a record meanwhile. */
export function isStaleError(error: unknown): boolean {
  return error instanceof ApiError && error.status === 412;
}

/**
 * GETs JSON from this origin's API. The type is the API's contract, checked by its own tests; it is not checked again
 * here. Throws ApiError with the server's words.
 */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, signal ? { signal } : {});
  if (!response.ok) throw await toApiError(response);
  const body: T = await response.json();
  return body;
}

export async function toApiError(response: Response): Promise<ApiError> {
  const problem: unknown = await response.json().catch(() => null);
  const { code, detail, invalid, title } = readProblem(problem);
  const retryAfter = response.headers.get('Retry-After');
  return new ApiError(response.status, detail ?? title ?? `${response.status} ${response.statusText}`.trim(), {
    code,
    invalid,
    retryAfterSeconds: retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null,
  });
}

function readProblem(problem: unknown) {
  const parts: ReadonlyMap<string, unknown> = new Map(
    problem !== null && typeof problem === 'object' ? Object.entries(problem) : [],
  );
  const text = (name: string) => {
    const value = parts.get(name);
    return typeof value === 'string' ? value : null;
  };
  const invalid = parts.get('invalid');
  return {
    code: text('code'),
    detail: text('detail'),
    title: text('title'),
    invalid: Array.isArray(invalid) ? invalid.filter(isInvalidField) : [],
  };
}

function isInvalidField(value: unknown): value is InvalidParameter {
  return (
    value !== null &&
    typeof value === 'object' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'reason' in value &&
    typeof value.reason === 'string'
  );
}
