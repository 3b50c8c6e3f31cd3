import { expect, test } from 'vitest';
import { en } from '../../messages/en/index.ts';
import { COMMAND_IDS, commandOf } from './key-commands.ts';
import { ariaKey, isMac, keyWords } from './key-words.ts';

const { names } = en.keys;

test.each([
  ['mod+K', 'Ctrl K', '⌘K'],
  ['Shift+X', 'Shift X', '⇧X'],
  ['Shift+ArrowLeft', 'Shift ←', '⇧←'],
  ['mod+Enter', 'Ctrl Enter', '⌘Enter'],
  ['Escape', 'Esc', 'Esc'],
  [' ', 'Space', 'Space'],
  ['+', '+', '+'],
  ['?', '?', '?'],
] as const)('%j is %s, on a Mac %s', (key, elsewhere, onMac) => {
  expect([keyWords(key, names, false), keyWords(key, names, true)]).toEqual([elsewhere, onMac]);
});

test('every key with a name has words of the reader’s language', () => {
  const named = COMMAND_IDS.flatMap((id) => commandOf(id).keys.flatMap((key) => key.split('+'))).filter(
    (part) => part.length > 1 && !part.startsWith('Arrow'),
  );
  expect(named.filter((part) => !(part in names))).toEqual([]);
});

test('a reader’s software hears the keys of this machine', () => {
  expect([ariaKey('mod+S', false), ariaKey('mod+S', true), ariaKey('?', true)]).toEqual(['Control+S', 'Meta+S', '?']);
  expect(isMac('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15')).toBe(true);
  expect(isMac('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36')).toBe(false);
});
