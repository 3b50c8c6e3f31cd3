import { loadPortfolio } from '@corridor/cpec-data';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftDetailSchema, pastedSchema } from './schemas/draft-schemas.ts';
import { aModel, completion } from './testing/a-model.ts';
import { aRuleExtractor } from './testing/a-rule-extractor.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { aWriter, type Writer } from './testing/writer.ts';

const NEWS = 'A bomb killed three people near Turbat on Monday, police said. The dead were labourers from Punjab.';
const TARGET = { event: 0, field: 'target', value: 'labourers from Punjab', quote: 'The dead were labourers' };

let test: TestApp;
let model: Awaited<ReturnType<typeof aModel>>;
let analyst: Writer;
beforeAll(async () => {
  model = await aModel([completion({ proposals: [TARGET] }), { status: 401 }]);
  test = await openTestApp({
    access: { mode: 'login' },
    feeds: {
      extractor: aRuleExtractor(await loadPortfolio()),
      proposals: { url: model.url, model: 'small-model', key: undefined, longestMs: 20_000 },
    },
  });
  analyst = await aWriter(test, 'analyst');
});
afterAll(async () => {
  await test.close();
  await model.close();
});

const paste = async (text: string) => {
  const answer = await analyst.send('POST', '/v1/drafts', { text, published: '2024-03-05' });
  return pastedSchema.parse(await answer.json());
};

it('a proposal is kept with its draft as a candidate that names the model; a failure is told and leaves the draft', async () => {
  const { drafts, faults } = await paste(NEWS);
  const [draft] = drafts;
  const shown = draftDetailSchema.parse(await (await analyst.send('GET', `/v1/drafts/${draft?.id}`)).json());
  const start = NEWS.indexOf(TARGET.quote);
  expect(shown.candidates.find(({ field }) => field === 'target')?.values.at(-1)).toEqual({
    value: TARGET.value,
    evidence: { field: 'target', start, end: start + TARGET.quote.length, proposedBy: 'small-model' },
  });
  expect(shown.draft.target).not.toBe(TARGET.value);
  expect([faults, model.requests[0]?.headers.authorization]).toEqual([[], undefined]);

  expect((await paste(NEWS.toUpperCase())).isNew).toBe(false);
  expect(model.requests).toHaveLength(1);

  const failed = await paste(`${NEWS} Nobody claimed it.`);
  expect(failed.drafts[0]?.draft).toMatchObject({ casualties: { killed: { best: 3 } } });
  expect(failed.faults).toEqual(['small-model proposed nothing: it answers with status 401']);
});
