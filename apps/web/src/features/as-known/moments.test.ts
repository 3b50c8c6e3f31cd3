import { parseAsOf } from '@corridor/domain';
import { expect, test } from 'vitest';
import { AGO, momentAgo, readFieldText, toFieldText, toMoment } from './moments.ts';

const NOW = Date.parse('2026-03-10T04:35:27.500Z');

test('moments ago are instants to the minute that addresses can hold', () => {
  expect(AGO.map((ago) => momentAgo(ago, NOW))).toEqual([
    '2026-03-09T04:35Z',
    '2026-03-03T04:35Z',
    '2026-02-08T04:35Z',
    '2025-03-10T04:35Z',
  ]);
  for (const ago of AGO) expect(parseAsOf(momentAgo(ago, NOW)).kind).toBe('instant');
});

test('a field says the moment that it was given, in whatever time zone', () => {
  const instant = Date.parse('2024-10-07T06:00:00Z');
  expect(readFieldText(toFieldText(instant), NOW)).toEqual({ moment: toMoment(instant) });
});

test('what is no date and time, or lies ahead, is at fault', () => {
  for (const text of ['', '2024-10-07', 'x', '2024-13-07T06:00'])
    expect(readFieldText(text, NOW)).toEqual({ fault: 'invalid' });
  expect(readFieldText(toFieldText(NOW + 120_000), NOW)).toEqual({ fault: 'future' });
});
