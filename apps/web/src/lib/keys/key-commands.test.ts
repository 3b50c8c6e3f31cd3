import { expect, test } from 'vitest';
import { en } from '../../messages/en/index.ts';
import { COMMAND_IDS, type CommandId, commandOf, KEY_SCREENS, type KeyScreen } from './key-commands.ts';

const holdsOn = (id: CommandId, screen: KeyScreen) => {
  const { screens } = commandOf(id);
  return screens === 'all' || screens.includes(screen);
};

/** Pairs that a press could mean both of: the same key, and the same place or one that is everywhere. */
function collisionsOn(screen: KeyScreen): string[] {
  const ids = COMMAND_IDS.filter((id) => holdsOn(id, screen));
  return ids.flatMap((a, index) =>
    ids.slice(index + 1).flatMap((b) => {
      const [one, other] = [commandOf(a), commandOf(b)];
      const meet = one.place === other.place || one.place === 'page' || other.place === 'page';
      return meet ? one.keys.filter((key) => other.keys.includes(key)).map((key) => `${key}: ${a}, ${b}`) : [];
    }),
  );
}

test.each(KEY_SCREENS)('no two keys that hold at once collide on %s', (screen) => {
  expect(COMMAND_IDS.some((id) => holdsOn(id, screen) && commandOf(id).screens !== 'all')).toBe(true);
  expect(collisionsOn(screen)).toEqual([]);
});

test('every command has keys and words, and there are no words without a command', () => {
  const { commands, places, screens } = en.keys;
  expect(Object.keys(commands).sort()).toEqual(COMMAND_IDS.toSorted());
  expect(Object.values(commands).filter((words) => words.trim() === '')).toEqual([]);
  expect(COMMAND_IDS.filter((id) => commandOf(id).keys.length === 0)).toEqual([]);
  expect(new Set(Object.keys(places))).toEqual(new Set(COMMAND_IDS.map((id) => commandOf(id).place)));
  expect(Object.keys(screens)).toEqual([...KEY_SCREENS]);
});

test('a key that is a letter alone never holds while something is typed', () => {
  const typed = COMMAND_IDS.filter((id) => commandOf(id).whileTyping).flatMap((id) => commandOf(id).keys);
  expect(typed).not.toEqual([]);
  expect(typed.filter((key) => key !== 'Escape' && !key.startsWith('mod+'))).toEqual([]);
});
