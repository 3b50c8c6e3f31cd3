import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FormStore } from '../form-store.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { DraftShelf } from './draft-shelf.ts';
import { editedId, startEmpty, startShelved } from './draft-starts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a draft', () => {
  it('is kept a moment after the last key, and offered to the person who typed it alone', () => {
    const { keeper, shelf, storage, store } = begin();
    keeper.follow();
    store.set('title', 'Half a ti');
    expect(keeper.read().dirty).toBe(true);
    vi.runAllTimers();
    expect(shelf.list().map(({ values }) => values.title)).toEqual(['Half a ti']);
    expect(new DraftShelf(storage, 'somebody-else').list()).toEqual([]);
  });

  it('is kept when the page is left before that moment', () => {
    const { keeper, shelf, store } = begin();
    const stop = keeper.follow();
    store.set('title', 'Typed last');
    stop();
    expect(shelf.list().map(({ values }) => values.title)).toEqual(['Typed last']);
  });

  it('goes when it says no more than the form did at first, when it is saved, and when it is discarded', () => {
    const { keeper, shelf, store } = begin();
    keeper.follow();
    store.set('title', 'Something');
    keeper.keep();
    store.set('title', ' ');
    keeper.keep();
    expect(shelf.list()).toEqual([]);
    store.set('title', 'Again');
    keeper.keep();
    keeper.discard();
    keeper.keep();
    expect(shelf.list()).toEqual([]);
    expect(keeper.read().dirty).toBe(false);
  });

  it('is left alone by a form that has not gone on with it', () => {
    const { keeper, shelf, store, storage } = begin();
    store.set('title', 'Of yesterday');
    keeper.keep();
    const other = new DraftKeeper(
      new DraftShelf(storage, 'me'),
      new FormStore(startEmpty().values, RULES),
      startEmpty(),
    );
    other.follow()();
    expect(shelf.list()).toHaveLength(1);
  });

  it('is read again as it was, with what was sent and is not known to have arrived', () => {
    const { keeper, shelf, store } = begin();
    store.set('title', 'Sent');
    keeper.keep();
    const [draft] = shelf.list();
    expect(draft && startShelved(draft)).toMatchObject({ values: store.values(), attempt: null, base: null });
  });

  it('says so where the browser does not keep it', () => {
    const { keeper, store } = begin({ full: true });
    store.set('title', 'Something');
    keeper.keep();
    expect(keeper.read()).toEqual({ dirty: true, savedAt: null, failed: true });
  });

  it('counts as absent where it cannot be read', () => {
    const { shelf, storage } = begin();
    storage.setItem('corridor-watch.draft.me.new:1', '{"key":"new:1"}');
    storage.setItem('corridor-watch.draft.me.new:2', 'nonsense');
    expect(shelf.list()).toEqual([]);
  });
});

it('knows the record that a draft is a change of, whatever signs its id holds', () => {
  expect(editedId('edit:2024-10-06:a.b_c#0f')).toBe('2024-10-06:a.b_c');
  expect(editedId('new:0f')).toBeNull();
});

const RULES = { withReason: false };

function begin({ full = false } = {}) {
  const storage = createStorage(full);
  const shelf = new DraftShelf(storage, 'me');
  const start = startEmpty();
  const store = new FormStore(start.values, RULES);
  return { storage, shelf, store, keeper: new DraftKeeper(shelf, store, start) };
}

function createStorage(full: boolean) {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (full) throw new DOMException('out of room', 'QuotaExceededError');
      items.set(name, value);
    },
    removeItem: (name: string) => void items.delete(name),
  };
}
