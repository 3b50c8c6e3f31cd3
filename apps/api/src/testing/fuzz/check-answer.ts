import { problemSchema } from '../../schemas/problem-schema.ts';
import type { FuzzRequest } from './request-maker.ts';
import type { Received } from './send-request.ts';

/** What any request may be answered with, whatever the operation says of itself. */
const EVERYWHERE = new Set([304, 400, 401, 403, 404, 405, 413, 429, 431]);
/** Text that belongs to a log. */
const INSIDES = /node_modules|\bat .{1,80}\.(?:ts|js|mjs):\d+|StoreError|ZodError|select .{1,80} from /;

/** What is wrong with an answer, in a few words each; nothing for one that is as it should be. */
export function faultsOf(request: FuzzRequest, answer: Received): readonly string[] {
  const { operation, method } = request;
  const { body, headers, status } = answer;
  const faults: string[] = [];
  if (status >= 500 && status !== 503) faults.push(`status ${status}`);
  const isAsked = operation !== null && operation.method === method;
  if (isAsked && !operation.statuses.has(status) && !EVERYWHERE.has(status)) faults.push(`undocumented ${status}`);
  if (status >= 400 && method !== 'HEAD') faults.push(...faultsOfProblem(answer));
  if (status >= 400 && INSIDES.test(body)) faults.push('tells of its insides');
  const type = headers['content-type'] ?? '';
  if (type.startsWith('text/html') && /<script>alert|onerror=alert/.test(body)) faults.push('script in a page');
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('no nosniff');
  if (headers['set-cookie']?.some((cookie) => cookie.startsWith('a=b'))) faults.push('a header from a value');
  return faults;
}

function faultsOfProblem({ body, headers, status }: Received): readonly string[] {
  if (headers['content-type'] !== 'application/problem+json') return [`a ${status} that is no problem`];
  const problem = problemSchema.safeParse(jsonOf(body));
  if (!problem.success) return [`a ${status} whose problem is not as documented`];
  const { code, invalid = [] } = problem.data;
  if (problem.data.status !== status) return [`a ${status} that says ${problem.data.status}`];
  const isNamed = invalid.length > 0 && invalid.every(({ name, reason }) => name !== '' && reason !== '');
  if ((code === 'invalid-parameter' || code === 'invalid-body') && !isNamed) return [`a ${status} that names no place`];
  return [];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
