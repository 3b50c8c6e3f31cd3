import { expect, test } from 'vitest';
import { endOfDay, parseAsOf } from './as-of.ts';

test.each([
  ['r0', { kind: 'revision', revision: 0 }],
  ['r12', { kind: 'revision', revision: 12 }],
  ['2024-10-07', { kind: 'day', day: '2024-10-07' }],
  ['2024-10-07T06:00:00Z', { kind: 'instant', at: new Date('2024-10-07T06:00:00Z') }],
  ['2024-10-07T06:00Z', { kind: 'instant', at: new Date('2024-10-07T06:00:00Z') }],
  ['2024-10-07T11:00+05:00', { kind: 'instant', at: new Date('2024-10-07T06:00:00Z') }],
  ['2024-10-07T11:00 05:00', { kind: 'instant', at: new Date('2024-10-07T06:00:00Z') }],
  ['2024-10-07T01:30:15.25-04:30', { kind: 'instant', at: new Date('2024-10-07T06:00:15.250Z') }],
])('%s is a moment', (text, expected) => {
  expect(parseAsOf(text)).toEqual(expected);
});

test.each([
  '',
  'now',
  'r',
  'r-1',
  'r01',
  'r1.5',
  'R1',
  '12',
  '2024-02-30',
  '2024-10-07T06:00',
  '2024-10-07 06:00Z',
  '2024-02-30T06:00Z',
  '2024-10-07T25:00Z',
  '2024-10-07T06:61Z',
  '2024-10-07T06:00+0500',
  '2024-10-07T06:00:00.1234Z',
])('"%s" is none, and the reason says what is', (text) => {
  expect(() => parseAsOf(text)).toThrow(/^is an instant with its zone .* a day .* or a revision \(r12\)$/);
});

test.each([
  ['2024-10-07', 'Asia/Karachi', '2024-10-07T18:59:59.999Z'],
  ['2024-10-07', 'UTC', '2024-10-07T23:59:59.999Z'],
  ['2024-12-31', 'America/New_York', '2025-01-01T04:59:59.999Z'],
  // The clocks go forward at 02:00, back at 03:00.
  ['2024-03-30', 'Europe/Berlin', '2024-03-30T22:59:59.999Z'],
  ['2024-03-31', 'Europe/Berlin', '2024-03-31T21:59:59.999Z'],
  ['2024-10-27', 'Europe/Berlin', '2024-10-27T22:59:59.999Z'],
  // The first and the last day that can be written.
  ['0100-01-01', 'UTC', '0100-01-01T23:59:59.999Z'],
  ['9999-12-31', 'Asia/Karachi', '9999-12-31T18:59:59.999Z'],
])('%s in %s ends at %s', (day, timeZone, end) => {
  expect(endOfDay(day, timeZone).toISOString()).toBe(end);
});
