import { expect, test } from 'vitest';
import { textFault } from './text-fault.ts';

test.each(['Attack on a convoy', 'کوئٹہ میں دھماکہ', '中国公司 – “quoted” 👷🏽‍♂️', 'می‌خواهم', ''])(
  'takes %j as a line and as a text',
  (text) => {
    expect(textFault(text, 'line')).toBeNull();
    expect(textFault(text, 'text')).toBeNull();
  },
);

test.each(['two\nlines', 'a\ttab', 'Windows\r\n', '\u2067کوئٹہ\u2069 in English', '\u202bکوئٹہ\u202c'])(
  'takes %j as a text of several lines alone',
  (text) => {
    expect(textFault(text, 'text')).toBeNull();
    expect(textFault(text, 'line')).not.toBeNull();
  },
);

test.each([
  ['a\0b', 'U+0000'],
  ['a\u001bb', 'U+001B'],
  ['a\u0085b', 'U+0085'],
  ['a\ud800b', 'half a character (U+D800)'],
  ['a\u202eb', 'U+202E, which turns the writing direction'],
])('refuses %j anywhere, and says what it holds', (text, found) => {
  expect(textFault(text, 'line')).toContain(found);
  expect(textFault(text, 'text')).toContain(found);
});
