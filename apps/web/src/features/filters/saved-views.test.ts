import { describe, expect, it } from 'vitest';
import { addSavedView, readSavedViews, writeSavedViews } from './saved-views.ts';

function memory(text: string | null = null) {
  let stored = text;
  return {
    getItem: () => stored,
    setItem: (_key: string, value: string) => {
      stored = value;
    },
  };
}

describe('saved views', () => {
  it('come back as they were kept', () => {
    const storage = memory();
    const views = [{ name: 'Harbour', address: '/map?q=harbour' }];
    expect(writeSavedViews(storage, views)).toBe(true);
    expect(readSavedViews(storage)).toEqual(views);
  });

  it('leave out what cannot be read, and addresses of other sites', () => {
    expect(readSavedViews(memory('{broken'))).toEqual([]);
    expect(readSavedViews(memory('{}'))).toEqual([]);
    const mixed = [{ name: 'a', address: '//elsewhere.example' }, { name: 'b', address: '/map' }, 7];
    expect(readSavedViews(memory(JSON.stringify(mixed)))).toEqual([{ name: 'b', address: '/map' }]);
  });

  it('replace one of the same name', () => {
    const views = addSavedView([{ name: 'a', address: '/map' }], { name: 'a', address: '/sites' });
    expect(views).toEqual([{ name: 'a', address: '/sites' }]);
  });

  it('say when the browser keeps nothing', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(writeSavedViews(full, [])).toBe(false);
  });
});
