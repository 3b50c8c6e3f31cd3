import { toApiError } from './fetch-json.ts';

/** What changes something. */
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type SentHeaders = Readonly<Record<string, string>>;

/**
 * Sends JSON to this origin's API and gives its answer, whose type is the API's contract. Throws ApiError with the server's
 * words.
 */
export async function sendJson<T>(method: Method, path: string, body?: unknown, headers: SentHeaders = {}): Promise<T> {
  const response = await send(method, path, body, headers);
  const answer: T = await response.json();
  return answer;
}

/** The same, where the answer is only that it was done. */
export async function send(method: Method, path: string, body?: unknown, headers: SentHeaders = {}): Promise<Response> {
  const response = await fetch(
    path,
    body === undefined
      ? { method, headers }
      : { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) throw await toApiError(response);
  return response;
}
