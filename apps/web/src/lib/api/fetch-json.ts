/** An answer of the API that is not a success, with the words of its problem+json body. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
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
  return new ApiError(response.status, problemText(problem) ?? `${response.status} ${response.statusText}`.trim());
}

function problemText(problem: unknown): string | null {
  if (problem === null || typeof problem !== 'object') return null;
  if ('detail' in problem && typeof problem.detail === 'string') return problem.detail;
  if ('title' in problem && typeof problem.title === 'string') return problem.title;
  return null;
}
