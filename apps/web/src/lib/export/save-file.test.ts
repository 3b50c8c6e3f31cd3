import { expect, test } from 'vitest';
import { fileName } from './save-file.ts';

test('a file is named for its title, in letters that every system takes', () => {
  expect(fileName('Incidents per month, by type')).toBe('corridor-watch-incidents-per-month-by-type');
  expect(fileName('../../etc')).toBe('corridor-watch-etc');
  expect(fileName('…')).toBe('corridor-watch-chart');
});
