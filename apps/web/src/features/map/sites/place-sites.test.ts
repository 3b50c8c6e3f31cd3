import { expect, test } from 'vitest';
import { placeSites, type SitePlace } from './place-sites.ts';

const site = (id: string, x: number, y: number, hot = false): SitePlace => ({ id, x, y, hot });

test('a site is an open square, and wears its glyph with an incident in its ring', () => {
  const placed = placeSites([site('calm', 0, 0), site('hot', 100, 0, true)], false, []);
  expect(placed.map(({ id, form }) => [id, form])).toEqual([
    ['calm', 'square'],
    ['hot', 'glyph'],
  ]);
});

test('squares that fall on one another are drawn once', () => {
  expect(placeSites([site('a', 0, 0), site('b', 2, 2), site('c', 20, 0)], false, []).map(({ id }) => id)).toEqual([
    'a',
    'c',
  ]);
});

test('glyphs at one place are pushed apart but stay near', () => {
  const placed = placeSites([site('a', 50, 50), site('b', 50, 50), site('c', 50, 50)], true, []);
  expect(placed).toHaveLength(3);
  placed.forEach((a, index) => {
    expect(Math.hypot(a.x - 50, a.y - 50)).toBeLessThanOrEqual(30.001);
    for (const b of placed.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(12);
  });
});

test('a glyph keeps clear of a ring of incidents', () => {
  const [placed] = placeSites([site('a', 14, 0, true)], false, [{ x: 0, y: 0, radius: 14 }]);
  expect(placed?.x).toBeCloseTo(22.5);
  expect(placed?.form).toBe('glyph');
});

test('zoomed out, a glyph without room nearby stays an open square', () => {
  expect(placeSites([site('a', 2, 0, true)], false, [{ x: 0, y: 0, radius: 20 }])).toMatchObject([
    { x: 2, y: 0, form: 'square' },
  ]);
});
