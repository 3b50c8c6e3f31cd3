import type { Query } from '@corridor/domain';
import { expect, test } from 'vitest';
import { AnswerChannel } from './answer-channel.ts';
import { QuestionDesk, type Reply } from './question-desk.ts';
import { answerOf } from './testing/answer-of.ts';

const query = (q: string, more: Partial<Query> = {}): Query => ({ filter: { q }, ...more });
const PAGE = { page: { sort: { by: 'date', descending: true }, offset: 0, limit: 9 } } as const;

/** A desk whose journeys end when the test says so. */
function createDesk(together?: (deliver: () => void) => void) {
  const journeys: { readonly asked: (string | undefined)[]; readonly end: (replies: readonly Reply[]) => void }[] = [];
  const desk = new QuestionDesk(
    (queries) =>
      new Promise((resolve) => {
        journeys.push({ asked: queries.map(({ filter }) => filter.q), end: resolve });
      }),
    together,
  );
  const end = async (...replies: readonly Reply[]) => {
    journeys.at(-1)?.end(replies);
    await settled();
  };
  return { desk, journeys, end };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('what is asked in one turn travels together, and each different question once', async () => {
  const { desk, end, journeys } = createDesk();
  const got: Reply[] = [];
  for (const q of ['a', 'b', 'a']) desk.put({}, query(q), (reply) => got.push(reply));
  await settled();
  expect(journeys.map(({ asked }) => asked)).toEqual([['a', 'b']]);
  await end({ answer: answerOf(1) }, { error: 'no' });
  expect(got).toEqual([{ answer: answerOf(1) }, { error: 'no' }, { answer: answerOf(1) }]);
});

test('who cannot wait for the turn to end departs at once, and only what comes later waits', async () => {
  const { desk, end, journeys } = createDesk();
  desk.put({}, query('a'), () => undefined);
  desk.depart();
  expect(journeys.map(({ asked }) => asked)).toEqual([['a']]);
  desk.put({}, query('b'), () => undefined);
  desk.depart();
  expect(journeys).toHaveLength(1);
  await end({ answer: answerOf(1) });
  expect(journeys.map(({ asked }) => asked)).toEqual([['a'], ['b']]);
});

test('the replies of a journey are delivered together', async () => {
  const deliveries: number[] = [];
  let got = 0;
  const { desk, end } = createDesk((deliver) => {
    deliver();
    deliveries.push(got);
  });
  for (const q of ['a', 'b']) desk.put({}, query(q), () => got++);
  await settled();
  await end({ answer: answerOf(1) }, { answer: answerOf(2) });
  expect(deliveries).toEqual([2]);
});

test('of a channel that asks on and on only the newest question waits', async () => {
  const { desk, end, journeys } = createDesk();
  const channel = {};
  for (const q of ['a', 'b', 'c', 'd']) {
    desk.put(channel, query(q), () => undefined);
    await settled();
  }
  await end({ answer: answerOf(1) });
  await end({ answer: answerOf(2) });
  expect(journeys.map(({ asked }) => asked)).toEqual([['a'], ['d']]);
});

test('what cannot be answered yet is asked again when there is more, unless something else was asked', async () => {
  const { desk, end, journeys } = createDesk();
  const [first, second, third] = [{}, {}, {}];
  const got: string[] = [];
  desk.put(first, query('a'), (reply) => got.push(`a ${Object.keys(reply).join()}`));
  desk.put(second, query('b'), (reply) => got.push(`b ${Object.keys(reply).join()}`));
  desk.put(third, query('c'), (reply) => got.push(`c ${Object.keys(reply).join()}`));
  await settled();
  await end({ later: true }, { answer: answerOf(1), unfinished: true }, { later: true });
  expect(got).toEqual(['b answer,unfinished']);
  desk.put(second, query('d'), (reply) => got.push(`d ${Object.keys(reply).join()}`));
  desk.withdraw(third);
  desk.more(null);
  await settled();
  expect(journeys.at(-1)?.asked).toEqual(['d', 'a']);
  await end({ answer: answerOf(2) }, { later: true });
  desk.more('The network is gone');
  expect(got).toEqual(['b answer,unfinished', 'd answer', 'a error']);
  desk.more(null);
  await settled();
  expect(journeys).toHaveLength(2);
});

test('news that overtakes the reply that waits for it is not lost', async () => {
  const { desk, end, journeys } = createDesk();
  const got: Reply[] = [];
  desk.put({}, query('a', PAGE), (reply) => got.push(reply));
  await settled();
  desk.more(null);
  await end({ later: true });
  await settled();
  expect(journeys.map(({ asked }) => asked)).toEqual([['a'], ['a']]);
  await end({ answer: answerOf(1) });
  expect(got).toEqual([{ answer: answerOf(1) }]);
});

test('an unfinished reply to an older question never comes back after a newer one', async () => {
  const { desk, end, journeys } = createDesk();
  const channel = {};
  const got: string[] = [];
  desk.put(channel, query('old', PAGE), () => got.push('old'));
  await settled();
  desk.put(channel, query('new', PAGE), () => got.push('new'));
  await end({ answer: answerOf(1), unfinished: true });
  await end({ answer: answerOf(2) });
  desk.more(null);
  await settled();
  expect(journeys.map(({ asked }) => asked)).toEqual([['old'], ['new']]);
  expect(got).toEqual(['old', 'new']);
});

test('a list keeps what it shows until the next one is whole; numbers do not wait', async () => {
  const { desk, end } = createDesk();
  const [list, numbers] = [new AnswerChannel(desk, 'soon'), new AnswerChannel(desk, 'soon')];
  const shown = () => [list.read().answer?.revision, numbers.read().answer?.revision];
  list.ask(query('a', PAGE), 1);
  numbers.ask(query('a'), 1);
  await settled();
  await end({ answer: answerOf(1) }, { answer: answerOf(1) });
  expect(shown()).toEqual([1, 1]);
  list.ask(query('b', PAGE), 1);
  numbers.ask(query('b'), 1);
  await settled();
  await end({ answer: answerOf(2), unfinished: true }, { answer: answerOf(2), unfinished: true });
  expect(shown()).toEqual([1, 2]);
  desk.more(null);
  await settled();
  await end({ answer: answerOf(3) }, { answer: answerOf(3) });
  expect(shown()).toEqual([3, 3]);
  expect(list.read().query).toEqual(query('b', PAGE));
});
