import { expect, test, vi } from 'vitest';
import { ViewStore } from './view-store.ts';

test('a change is seen at once and written to the address', () => {
  const store = new ViewStore();
  const write = vi.fn();
  store.connect({ province: ['Sindh'], mode: ['density'] }, write);
  const heard = vi.fn();
  store.subscribe(heard);
  store.patch({ filter: { q: 'bus' } }, { replace: true });
  expect(store.read().view).toEqual({ filter: { q: 'bus' }, mode: 'density' });
  expect(heard).toHaveBeenCalledOnce();
  expect(write).toHaveBeenCalledExactlyOnceWith({ q: ['bus'], mode: ['density'] }, { replace: true });
});

test('parts that say the same stay the same objects', () => {
  const store = new ViewStore();
  store.connect({ district: ['Kech', 'Gwadar'], columns: ['date,title'] }, () => {});
  const before = store.read().view;
  store.patch({ incident: '2024-10-06-karachi-airport' });
  expect(store.read().view.filter).toBe(before.filter);
  expect(store.read().view.columns).toBe(before.columns);
});

test('what changes nothing is neither told nor written', () => {
  const store = new ViewStore();
  const heard = vi.fn();
  store.connect({ q: ['bus'] }, heard);
  store.subscribe(heard);
  store.patch({ filter: { q: 'bus' } });
  store.follow({ q: ['bus'] });
  expect(heard).not.toHaveBeenCalled();
});

test('follows an address that changes by itself, without writing it again', () => {
  const store = new ViewStore();
  const write = vi.fn();
  store.connect({}, write);
  store.follow({ from: ['2024-13-01'], province: ['Sindh'] });
  expect(store.read().view.filter).toEqual({ province: ['Sindh'] });
  expect(store.read().issues.map(({ name }) => name)).toEqual(['from']);
  expect(write).not.toHaveBeenCalled();
});

test('an expected change is told to who waits for it, and changes nothing', () => {
  const store = new ViewStore();
  const [write, heard, expected] = [vi.fn(), vi.fn(), vi.fn()];
  store.connect({ district: ['Kech'] }, write);
  store.subscribe(heard);
  const stop = store.onExpected(({ view }) => expected(view.filter));
  const act = () => store.patch({ filter: { q: 'bus' } });
  store.expect(act);
  expect(expected).toHaveBeenCalledExactlyOnceWith({ q: 'bus' });
  expect([write.mock.calls, heard.mock.calls, store.read().view.filter]).toEqual([[], [], { district: ['Kech'] }]);
  stop();
  store.expect(act);
  expect(expected).toHaveBeenCalledOnce();
  act();
  expect(store.read().view.filter).toEqual({ q: 'bus' });
});
