import type { Store } from '@corridor/store';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { anExtractor } from '../testing/an-extractor.ts';
import { openFeeds } from './open-feeds.ts';

it('asks nobody for anything, nor the store, without sources', async () => {
  const store = new Proxy<Record<string, never>>(
    {},
    {
      get: (_, name) => {
        throw new Error(`The store was asked for ${String(name)}`);
      },
    },
  );
  const looked: string[] = [];
  const feeds = openFeeds({
    store: asStore(store),
    ...{ sources: [], extractor: anExtractor(), logger: pino({ level: 'silent' }) },
    resolve: async (name) => {
      looked.push(name);
      return [];
    },
  });
  feeds.wake();
  expect(feeds.reader.isListed('https://news.example/')).toBe(false);
  await expect(feeds.reader.read('https://news.example/', '*/*')).rejects.toThrow(/SOURCES_FILE does not list/);
  await feeds.stop();
  expect(looked).toEqual([]);
});

/** Guarantee: whatever is read of it throws. */
function asStore(store: Record<string, never>): Store {
  return store as unknown as Store;
}
