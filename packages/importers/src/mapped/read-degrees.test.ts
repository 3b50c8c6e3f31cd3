import { describe, expect, it } from 'vitest';
import { readDegrees, readPosition } from './read-degrees.ts';

describe('readDegrees', () => {
  it.each([
    ['25.43', 25.43],
    ['25,43', 25.43],
    ['-25.43', -25.43],
    ['25.43° N', 25.43],
    ['25.43N', 25.43],
    ['S 25.43', -25.43],
    ['25°15\'36"N', 25.26],
    ['25° 15′ 36″ N', 25.26],
    ["25°15'36''", 25.26],
    ['25 15 36 N', 25.26],
    ["25°15.6'N", 25.26],
  ])('reads %j', (text, degrees) => {
    expect(readDegrees(text, 'latitude')).toBe(degrees);
  });

  it.each(['', 'north', '25.43 E', 'N 25.43 N', '25°61\'0"N', '25.43.1', '1e3', '--3', '-25.43 S'])(
    'does not read %j',
    (text) => {
      expect(readDegrees(text, 'latitude')).toBeNull();
    },
  );
});

describe('readPosition', () => {
  it.each([
    '25.12, 62.33',
    '25.12,62.33',
    '25,12; 62,33',
    '25.12 62.33',
    '25,12 62,33',
    '(25.12, 62.33)',
    '[25.12, 62.33]',
    '25.12 / 62.33',
    '25.12N 62.33E',
    'N 25.12, E 62.33',
    '25°7\'12"N 62°19\'48"E',
    '25°7\'12"N62°19\'48"E',
    '25 7 12 N, 62 19 48 E',
    'POINT(62.33 25.12)',
  ])('reads %j', (text) => {
    expect(readPosition(text)).toEqual({ latitude: 25.12, longitude: 62.33 });
  });

  it.each(['', '25.12', 'Gwadar', '25.12, 62.33, 5', '62.33E 25.12N', '25.12, here'])('does not read %j', (text) => {
    expect(readPosition(text)).toBeNull();
  });
});
