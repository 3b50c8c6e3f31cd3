import { createTextReader } from '../csv/decode-text.ts';
import { type ApiAnswer, ApiFault, type ApiFetch, type ApiRequest, type Clock } from './api-fetch.ts';

const [ATTEMPTS, FIRST_WAIT, LONGEST_WAIT] = [6, 1_000, 900_000];
/** Bytes of an answer. */
const LIMIT = 64 * 1_048_576;
/** Statuses after which it is worth asking again. */
const BUSY: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

export interface JsonAnswer {
  readonly status: number;
  readonly value: unknown;
}

/**
 * Asks until a whole answer in JSON has come: six times at most, after an answer that says that the source is busy, a
 * connection that is cut, or JSON that ends early. It waits as long as `Retry-After` says (RFC 9110, 10.2.3; 15 minutes at
 * most), else a second and twice as long each time. Other answers are for the caller to judge.
 */
export async function askApi(
  source: string,
  address: string,
  request: ApiRequest,
  fetch: ApiFetch,
  clock: Clock,
): Promise<JsonAnswer> {
  let wrong = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    let asked = FIRST_WAIT * 2 ** attempt;
    try {
      const answer = await fetch(address, request);
      if (!BUSY.has(answer.status)) return { status: answer.status, value: await readJson(source, answer) };
      wrong = `answers ${answer.status}`;
      asked = retryAfter(answer.headers.get('retry-after'), clock.now()) ?? asked;
    } catch (error) {
      if (error instanceof ApiFault) throw error;
      wrong = `gives no whole answer${error instanceof Error ? ` (${error.message})` : ''}`;
    }
    if (attempt + 1 < ATTEMPTS) await clock.wait(Math.min(asked, LONGEST_WAIT));
  }
  throw new ApiFault('unreachable', `${source} ${wrong}, asked ${ATTEMPTS} times`);
}

/** Throws a SyntaxError for what is no JSON, where the answer was one of success: it may have been cut. */
async function readJson(source: string, { status, body }: ApiAnswer): Promise<unknown> {
  const reader = createTextReader();
  let [text, bytes] = ['', 0];
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > LIMIT) throw new ApiFault('unexpected', `${source} answers more than ${LIMIT / 1_048_576} MiB`);
    text += reader.push(piece);
  }
  text += reader.end();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (status < 300) throw error;
    return null;
  }
}

/** Milliseconds; the header gives seconds or a date. */
function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
