import { expect, test } from 'vitest';
import { RevisionAnnouncer } from './revision-announcer.ts';

test('tells each revision once, and none that is older than the last', () => {
  const announcer = new RevisionAnnouncer(() => undefined);
  const heard: number[] = [];
  announcer.listen((revision) => heard.push(revision));
  for (const revision of [1, 3, 2, 3, 4]) announcer.announce(revision);
  expect(heard).toEqual([1, 3, 4]);
});

test('a listener that fails is reported and keeps nobody else from hearing', () => {
  const warnings: string[] = [];
  const announcer = new RevisionAnnouncer((message) => warnings.push(message));
  const heard: number[] = [];
  announcer.listen(() => {
    throw new Error('deaf');
  });
  announcer.listen((revision) => heard.push(revision));
  announcer.announce(1);
  expect(heard).toEqual([1]);
  expect(warnings).toEqual(['a revision listener failed: Error: deaf']);
});

test('the same function can listen twice and stop once', () => {
  const announcer = new RevisionAnnouncer(() => undefined);
  const heard: number[] = [];
  const listener = (revision: number) => heard.push(revision);
  const stop = announcer.listen(listener);
  announcer.listen(listener);
  stop();
  announcer.announce(1);
  expect(heard).toEqual([1]);
});
