import { expect, test } from 'vitest';
import { keyScreenOf } from './key-screen.ts';

test.each([
  ['/map', 'map'],
  ['/incidents', 'incidents'],
  ['/incidents/new', 'incidentForm'],
  ['/incidents/cw-1/edit', 'incidentForm'],
  ['/drafts/0f/edit', 'incidentForm'],
  ['/sites', 'sites'],
  ['/sites/new', 'targetForm'],
  ['/routes/kkh/edit', 'targetForm'],
  ['/queue', 'queue'],
  ['/people', null],
  ['/', null],
] as const)('%s has the keys of %s', (path, screen) => {
  expect(keyScreenOf(path)).toBe(screen);
});
