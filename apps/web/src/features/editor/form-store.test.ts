import { describe, expect, it, vi } from 'vitest';
import { FormStore } from './form-store.ts';
import { EMPTY_FORM } from './values/form-values.ts';

describe('FormStore', () => {
  it('calls nothing wrong before the first attempt, and follows what is typed after it', () => {
    const store = new FormStore(EMPTY_FORM, { withReason: false });
    store.set('summary', 'Text');
    expect(store.faults().size).toBe(0);
    store.attempt();
    expect(store.faults().has('title')).toBe(true);
    store.set('title', 'A title');
    expect(store.faults().has('title')).toBe(false);
  });

  it('shows what the server refuses at its field until that is changed', () => {
    const store = new FormStore({ ...EMPTY_FORM, title: 'A title' }, { withReason: false });
    store.refuse([
      { name: 'changes.place.latitude', reason: 'lies outside' },
      { name: 'targetedSites.0', reason: 'is no site' },
      { name: 'casualties.killed', reason: 'must have low ≤ best ≤ high' },
    ]);
    expect([...store.faults().keys()]).toEqual(
      expect.arrayContaining(['place.latitude', 'targetedSites', 'casualties.killed.best']),
    );
    store.set('targetedSites', []);
    expect(store.faults().has('targetedSites')).toBe(false);
    expect(store.faults().get('place.latitude')).toEqual({ path: 'place.latitude', words: 'lies outside' });
  });

  it('tells who listens', () => {
    const store = new FormStore(EMPTY_FORM, { withReason: true });
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.set('title', 'A');
    stop();
    store.set('title', 'B');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
