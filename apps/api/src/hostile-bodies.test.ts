import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from './schemas/problem-schema.ts';
import { aDraft } from './testing/a-draft.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { aWriter, type Writer } from './testing/writer.ts';

let test: TestApp;
let analyst: Writer;
beforeAll(async () => {
  test = await openTestApp();
  analyst = await aWriter(test, 'analyst');
});
afterAll(() => test.close());

async function refusalOf(response: Response) {
  const problem = problemSchema.parse(await response.json());
  expect([400, 413]).toContain(response.status);
  return problem;
}

const post = (path: string, body: string) =>
  test.app.request(path, {
    ...{ method: 'POST', body },
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: analyst.cookie },
  });

describe('a hostile body', () => {
  it.each([100, 5_000, 100_000])('refuses a body nested %i deep', async (depth) => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const nested = `${open.repeat(depth)}1${close.repeat(depth)}`;
      for (const path of ['/v1/query', '/v1/incidents', '/v1/duplicates', '/v1/access/sign-in']) {
        await refusalOf(await post(path, nested));
        await refusalOf(await post(path, `{"filter":${nested},"title":${nested},"email":${nested}}`));
      }
    }
  });

  it.each([501, 3_000, 20_000])('refuses a polygon of %i points', async (count) => {
    const points = Array.from({ length: count }, (_, index) => {
      const angle = (2 * Math.PI * index) / count;
      return `${(65 + Math.cos(angle)).toFixed(4)},${(28 + Math.sin(angle)).toFixed(4)}`;
    });
    const response = await test.app.request(`/v1/incidents?area=polygon:${points.join(';')}`);
    expect((await refusalOf(response)).code).toMatch(/^(invalid-parameter|too-large)$/);
  });

  it('takes a name in letters that only look the same for another name', async () => {
    const response = await test.app.request(`/v1/incidents?district=${encodeURIComponent('Gw\u0430dar')}`);
    expect((await refusalOf(response)).invalid?.[0]).toMatchObject({
      name: 'district',
      reason: expect.stringContaining('Gwadar'),
    });
    const draft = aDraft();
    const filed = await analyst.send('POST', '/v1/incidents', {
      ...draft,
      place: { ...draft.place, district: 'Gw\u0430dar' },
    });
    expect((await refusalOf(filed)).invalid?.map(({ name }) => name)).toContain('place.district');
  });

  it.each([
    ['an e-mail address', '/v1/access/sign-in', (text: string) => ({ email: `a@${text}`, password: 'x'.repeat(20) })],
    ['the address of a source', '/v1/incidents', (text: string) => ({ sources: [{ url: `http://${text}` }] })],
    ['a title', '/v1/incidents', (text: string) => ({ title: `${text}!` })],
  ] as const)(
    'takes no longer for a trap for regular expressions in %s than for as many plain letters',
    async (_, path, bodyOf) => {
      const timeOf = async (text: string) => {
        let least = Number.POSITIVE_INFINITY;
        for (let round = 0; round < 5; round++) {
          const start = performance.now();
          await (await post(path, JSON.stringify(bodyOf(text)))).arrayBuffer();
          least = Math.min(least, performance.now() - start);
        }
        return least;
      };
      const plain = await timeOf('b'.repeat(12_000));
      for (const trap of ['a.', 'a-', ' a', '%2', '0'])
        expect(await timeOf(trap.repeat(12_000 / trap.length))).toBeLessThan(20 * plain);
    },
  );
});
