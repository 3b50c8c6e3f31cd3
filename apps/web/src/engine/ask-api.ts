import type { Answer, Query } from '@corridor/domain';
import { toApiError } from '../lib/api/fetch-json.ts';
import { pathAsOf } from '../lib/api/path-as-of.ts';

/** Has the server answer a question, of now or of a moment. Throws ApiError with the server's words. */
export async function askApi(query: Query, asOf: string | null): Promise<Answer> {
  const response = await fetch(pathAsOf('/v1/query', asOf), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(query),
  });
  if (!response.ok) throw await toApiError(response);
  const answer: Answer = await response.json();
  return answer;
}
