import { expect, test } from 'vitest';
import { LazyTexts } from './lazy-texts.ts';

const texts = (id: string) => ({ id, title: `title of ${id}`, summary: '' });

test('what is not there is empty, and noted once', () => {
  const lazy = new LazyTexts();
  expect([lazy.text(4, 'title'), lazy.text(4, 'id'), lazy.text(9, 'title')]).toEqual(['', 'key:4', '']);
  expect(lazy.keyOf('key:4')).toBe(4);
  expect(lazy.keyOf('x')).toBeUndefined();
  expect(lazy.takeMissing()).toEqual({ keys: [4, 9], ids: ['x'] });
  expect(lazy.takeMissing()).toEqual({ keys: [], ids: [] });
});

test('an id that nothing has is not asked for again until something changed', () => {
  const lazy = new LazyTexts();
  lazy.setKey('x', null);
  expect([lazy.keyOf('x'), lazy.takeMissing().ids]).toEqual([undefined, []]);
  lazy.forget([]);
  expect([lazy.keyOf('x'), lazy.takeMissing().ids]).toEqual([undefined, ['x']]);
});

test('the least recently used are dropped', () => {
  const lazy = new LazyTexts(2);
  lazy.set(1, texts('a'));
  lazy.set(2, texts('b'));
  expect(lazy.text(1, 'title')).toBe('title of a');
  lazy.set(3, texts('c'));
  expect([lazy.has(1), lazy.has(2), lazy.has(3)]).toEqual([true, false, true]);
  expect([lazy.keyOf('a'), lazy.keyOf('b')]).toEqual([1, undefined]);
});

test('texts of incidents that changed are forgotten', () => {
  const lazy = new LazyTexts();
  lazy.set(1, texts('a'));
  lazy.set(2, texts('b'));
  lazy.forget([1]);
  expect([lazy.text(1, 'id'), lazy.text(2, 'id'), lazy.keyOf('b')]).toEqual(['key:1', 'b', 2]);
});
