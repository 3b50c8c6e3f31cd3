import { expect, it } from 'vitest';
import { actorNames } from './actor-names.ts';

it('finds actors by the beginnings of their words and by other names, never inside a word', () => {
  const actor = (name: string, ...aliases: string[]) => ({ name, aliases, kind: 'militant', note: '' }) as const;
  const actors = [actor('BLA', 'Baloch Liberation Army'), actor('BLF', 'Baloch Liberation Front'), actor('TTP')];
  expect(actorNames(actors, 'baloch lib')).toEqual(['BLA', 'BLF']);
  expect(actorNames(actors, 'army')).toEqual(['BLA']);
  expect(actorNames(actors, 'tp')).toEqual([]);
});
