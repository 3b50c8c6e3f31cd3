import { expect, it } from 'vitest';
import { readRecordId } from './read-record-id.ts';

it('takes an id, and the open record of a link to the dashboard', () => {
  expect(readRecordId(' cw-2024-10-06-k3j9 ')).toBe('cw-2024-10-06-k3j9');
  expect(readRecordId('https://watch.example/map?type=Battles&incident=cw-1')).toBe('cw-1');
});

it('takes no words, and no link that opens nothing', () => {
  expect(readRecordId('Bus near Turbat')).toBeNull();
  expect(readRecordId('https://watch.example/map')).toBeNull();
  expect(readRecordId('')).toBeNull();
});
