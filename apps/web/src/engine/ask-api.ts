import type { Answer, Query } from '@corridor/domain';
import { toApiError } from '../lib/api/fetch-json.ts';

/** Has the server answer a question. Throws ApiError with the server's words. */
export async function askApi(query: Query): Promise<Answer> {
  const response = await fetch('/v1/query', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(query),
  });
  if (!response.ok) throw await toApiError(response);
  const answer: Answer = await response.json();
  return answer;
}
