import type { Query } from '@corridor/domain';
import { beforeEach, expect, test } from 'vitest';
import { AnswerChannel } from './answer-channel.ts';
import { QuestionDesk, type Reply } from './question-desk.ts';
import { answerOf } from './testing/answer-of.ts';

const query = (q: string): Query => ({ filter: { q } });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

let asked: (string | undefined)[];
let reply: (of: Reply) => Promise<void>;
let channel: AnswerChannel;

beforeEach(() => {
  asked = [];
  let end: ((replies: readonly Reply[]) => void) | undefined;
  const desk = new QuestionDesk((queries) => {
    asked.push(...queries.map(({ filter }) => filter.q));
    return new Promise((resolve) => {
      end = resolve;
    });
  });
  reply = async (of) => {
    await settled();
    end?.([of]);
    await settled();
  };
  channel = new AnswerChannel(desk, 'now');
});

const shown = () => channel.read().answer?.revision;

test('what was expected is answered as it is asked, and not asked again', async () => {
  channel.expect(query('a'), 'today');
  await reply({ answer: answerOf(1) });
  expect(shown()).toBeUndefined();
  channel.ask(query('a'), 'today');
  expect(shown()).toBe(1);
  await settled();
  expect(asked).toEqual(['a']);
});

test('what is asked while its expected answer is under way takes that', async () => {
  channel.expect(query('a'), 'today');
  await settled();
  channel.ask(query('a'), 'today');
  await reply({ answer: answerOf(1) });
  expect([shown(), asked]).toEqual([1, ['a']]);
});

test('what was expected of an older table, or in vain, is asked', async () => {
  channel.expect(query('a'), 'yesterday');
  await reply({ answer: answerOf(1) });
  channel.ask(query('a'), 'today');
  await reply({ answer: answerOf(2) });
  expect([shown(), asked]).toEqual([2, ['a', 'a']]);
  channel.expect(query('b'), 'today');
  await reply({ answer: answerOf(3) });
  channel.ask(query('c'), 'today');
  await reply({ answer: answerOf(4) });
  expect([shown(), asked]).toEqual([4, ['a', 'a', 'b', 'c']]);
});

test('an older answer that comes late does not take the place of an expected one', async () => {
  channel.expect(query('b'), 'today');
  await reply({ answer: answerOf(2) });
  channel.ask(query('a'), 'today');
  await settled();
  channel.ask(query('b'), 'today');
  expect(shown()).toBe(2);
  await reply({ answer: answerOf(1) });
  expect(shown()).toBe(2);
});

test('an expected answer that is not whole is asked for like any other', async () => {
  channel.expect(query('a'), 'today');
  await reply({ answer: answerOf(1), unfinished: true });
  channel.ask(query('a'), 'today');
  await reply({ answer: answerOf(2) });
  expect([shown(), asked]).toEqual([2, ['a', 'a']]);
});
