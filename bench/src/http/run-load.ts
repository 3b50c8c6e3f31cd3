import { Agent, request } from 'node:http';

/** What a burst of requests came to. Times are those of answered requests, from their start to their last byte. */
export interface Load {
  readonly seconds: number;
  readonly answered: number;
  /** Sorted milliseconds of the answers with the status 200. */
  readonly times: readonly number[];
  readonly bytes: number;
  readonly statuses: ReadonlyMap<number, number>;
  /** Answers 503 without a Retry-After, which a client needs to know when to come back. */
  readonly withoutRetryAfter: number;
  /** Connections that broke. */
  readonly broken: number;
}

export interface LoadOptions {
  /** How many ask at the same time, each its next request as soon as it has its answer. */
  readonly connections: number;
  readonly seconds: number;
  /** Path and query of a request, by running number. */
  readonly pathAt: (turn: number) => string;
}

interface Answered {
  readonly status: number;
  readonly bytes: number;
  readonly retryAfter: string | undefined;
}

/** Asks a server over the loopback from this process. Answers that come after the time is over still count. */
export async function runLoad(url: string, { connections, seconds, pathAt }: LoadOptions): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses = new Map<number, number>();
  const times: number[] = [];
  let [turn, bytes, withoutRetryAfter, broken] = [0, 0, 0, 0];
  const start = performance.now();
  const end = start + 1000 * seconds;
  const ask = async () => {
    while (performance.now() < end) {
      const asked = performance.now();
      const answer = await get(new URL(pathAt(turn++), url), agent);
      if (!answer) {
        broken++;
        continue;
      }
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      bytes += answer.bytes;
      if (answer.status === 200) times.push(performance.now() - asked);
      if (answer.status === 503 && answer.retryAfter === undefined) withoutRetryAfter++;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  const answered = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  const took = (performance.now() - start) / 1000;
  return { seconds: took, answered, times: times.sort((a, b) => a - b), bytes, statuses, withoutRetryAfter, broken };
}

/** Null when the connection breaks. */
function get(url: URL, agent: Agent): Promise<Answered | null> {
  return new Promise((resolve) => {
    const sent = request(url, { agent, headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('error', () => resolve(null));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, bytes, retryAfter: response.headers['retry-after'] }),
      );
    });
    sent.on('error', () => resolve(null));
    sent.end();
  });
}

/** The time that a share of the answers took at most. */
export function timeAt({ times }: Load, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
}
