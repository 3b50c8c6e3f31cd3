import type { IncomingHttpHeaders } from 'node:http';
import { serveLocally } from './serve-locally.ts';

export interface ModelRequest {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How it answers: a status with a body, or nothing at all. */
export type ModelAnswer =
  | { readonly status?: number; readonly body?: string; readonly location?: string }
  | 'silence'
  | 'hang up';

/** An endpoint on this machine that speaks as OpenAI's does, and answers one after the other what `answers` says, then its last. */
export async function aModel(answers: readonly ModelAnswer[]) {
  const requests: ModelRequest[] = [];
  const server = await serveLocally((request, response) => {
    const { headers, method = '', url: path = '' } = request;
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const answer = answers[Math.min(requests.length, answers.length - 1)] ?? 'silence';
      requests.push({ path, method, headers, body });
      if (answer === 'hang up') request.socket.destroy();
      if (typeof answer === 'string') return;
      response.writeHead(answer.status ?? 200, answer.location ? { Location: answer.location } : {}).end(answer.body);
    });
  });
  return { url: `http://127.0.0.1:${server.port}/v1`, requests, close: () => server.close() };
}

/** A chat completion that says something. */
export function completion(said: unknown): ModelAnswer {
  const content = typeof said === 'string' ? said : JSON.stringify(said);
  return { body: JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content } }] }) };
}
