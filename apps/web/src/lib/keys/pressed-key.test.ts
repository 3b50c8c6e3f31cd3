import { expect, test } from 'vitest';
import { COMMAND_IDS, commandOf } from './key-commands.ts';
import { type KeyPress, pressedKey } from './pressed-key.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
  ...held,
});

test('Ctrl and the command key of a Mac are the same key', () => {
  expect(pressedKey(press('s', { ctrlKey: true }), 'formSave')).toBe('mod+S');
  expect(pressedKey(press('s', { metaKey: true }), 'formSave')).toBe('mod+S');
  expect(pressedKey(press('s'), 'formSave')).toBeNull();
});

test('a letter with Ctrl or Alt is not the letter alone', () => {
  expect(pressedKey(press('a'), 'queueTake')).toBe('A');
  for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const) {
    expect(pressedKey(press('a', { [held]: true }), 'queueTake')).toBeNull();
  }
  expect(pressedKey(press('ArrowLeft', { altKey: true }), 'periodEndStep')).toBeNull();
});

test('Shift tells one row from a range, whatever Caps Lock says', () => {
  for (const key of ['x', 'X']) {
    expect(pressedKey(press(key), 'chooseRow', 'chooseRange')).toBe('X');
    expect(pressedKey(press(key, { shiftKey: true }), 'chooseRow', 'chooseRange')).toBe('Shift+X');
  }
});

test('a question mark is one with Shift and without', () => {
  expect(pressedKey(press('?', { shiftKey: true }), 'help')).toBe('?');
  expect(pressedKey(press('?'), 'help')).toBe('?');
  expect(pressedKey(press('/'), 'help')).toBeNull();
});

test('on a keyboard of another script a key is the one at its place', () => {
  expect(pressedKey(press('س', { code: 'KeyS' }), 'queueStatus')).toBe('S');
  expect(pressedKey(press('س', { code: 'KeyS', ctrlKey: true }), 'formSave')).toBe('mod+S');
  expect(pressedKey(press('؟', { code: 'Slash', shiftKey: true }), 'help')).toBe('?');
  // A Latin keyboard types what it says, wherever the key is.
  expect(pressedKey(press('a', { code: 'KeyQ' }), 'queueTake')).toBe('A');
});

test('every key of the list can be pressed', () => {
  for (const id of COMMAND_IDS) {
    for (const key of commandOf(id).keys) {
      const [shiftKey, ctrlKey] = [key.startsWith('Shift+'), key.startsWith('mod+')];
      const name = key.replace(/^(Shift|mod)\+/, '');
      expect(pressedKey(press(name, { shiftKey, ctrlKey }), id), `${id} ${key}`).toBe(key);
    }
  }
});
