import { expect, test } from 'vitest';
import { formatArea, MAX_AREA_POINTS, parseArea } from './index.ts';

test.each(['box:61.5,24.8,63,26', 'circle:62.325,25.126,25', 'polygon:62,25;63,25;63,26'])(
  '%s survives the way there and back',
  (text) => {
    expect(formatArea(parseArea(text))).toBe(text);
  },
);

test('drops a closing point', () => {
  expect(formatArea(parseArea('polygon:62,25;63,25;63,26;62,25'))).toBe('polygon:62,25;63,25;63,26');
});

test.each([
  ['62,25,63,26', /begins with box:, circle: or polygon:/],
  ['box:63,25,62,26', /west < east/],
  ['box:63,25,62', /4 decimal numbers/],
  ['circle:62,25,0', /more than 0/],
  ['circle:62,25,1e3', /more than 0/],
  ['polygon:62,25;63,25', /at least 3 points/],
  ['polygon:62,25;63,26;63,25;62,26', /must not cross itself/],
  ['polygon:62,25;263,26;63,25', /longitude is -180 to 180/],
  [
    `polygon:${Array.from({ length: MAX_AREA_POINTS + 1 }, (_, i) => `${Math.cos(i / 90).toFixed(4)},${Math.sin(i / 90).toFixed(4)}`).join(';')}`,
    /at most 500 points/,
  ],
  ['polygon:NaN,1;2,3;4,5', /decimal numbers/],
])('refuses %.40s', (text, reason) => {
  expect(() => parseArea(text)).toThrow(reason);
});
