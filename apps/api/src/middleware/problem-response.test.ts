import { StoreError } from '@corridor/store';
import { Hono } from 'hono';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { AppEnv } from '../app-env.ts';
import { problemSchema } from '../schemas/problem-schema.ts';
import { answerErrors } from './problem-response.ts';

async function answerTo(error: Error) {
  const app = new Hono<AppEnv>();
  app.use((c, next) => {
    c.set('requestId', 'an-id');
    return next();
  });
  app.get('/', () => {
    throw error;
  });
  app.onError(answerErrors(pino({ level: 'silent' })));
  const response = await app.request('/');
  return { response, problem: problemSchema.parse(await response.json()) };
}

it('says that the disk is full, and that nothing was written', async () => {
  const { problem, response } = await answerTo(new StoreError('disk-full', 'the folder has 1 MB free'));
  expect(response.status).toBe(507);
  expect(problem).toMatchObject({ code: 'disk-full', detail: expect.stringContaining('nothing was written') });
  expect(JSON.stringify(problem)).not.toContain('folder');
});

it('tells when to try again where the store does not answer, and nothing of why', async () => {
  const { problem, response } = await answerTo(new StoreError('unreachable', 'connect ECONNREFUSED'));
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2']);
  expect(JSON.stringify(problem)).not.toContain('ECONNREFUSED');
});

it('tells nothing of an error that nobody expected', async () => {
  const { problem, response } = await answerTo(new TypeError('secret is not a function'));
  expect(response.status).toBe(500);
  expect(JSON.stringify(problem)).not.toContain('secret');
});
