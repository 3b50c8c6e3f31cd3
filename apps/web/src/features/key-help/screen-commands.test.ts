import { expect, test } from 'vitest';
import { KEY_SCREENS } from '../../lib/keys/key-commands.ts';
import { everywhereCommands, screenCommands } from './screen-commands.ts';

const nobody = () => false;
const anybody = () => true;

test('who may only read is told of no key that writes', () => {
  expect(everywhereCommands(nobody)).toEqual(['help', 'search']);
  expect(screenCommands('incidents', nobody)).toContain('rowOpen');
  expect(screenCommands('incidents', nobody)).not.toContain('chooseRow');
  for (const screen of ['queue', 'incidentForm', 'targetForm'] as const) {
    expect(screenCommands(screen, nobody)).toEqual([]);
  }
});

test('every page of the list has keys for who may do all', () => {
  expect(everywhereCommands(anybody)).toContain('newIncident');
  expect(screenCommands('queue', anybody)).toContain('queueStatus');
  expect(KEY_SCREENS.filter((screen) => screenCommands(screen, anybody).length === 0)).toEqual([]);
});
