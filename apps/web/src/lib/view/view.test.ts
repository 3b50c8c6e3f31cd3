import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSearchText, parseSearchText } from './search-text.ts';
import { parseView, patchSearch, type View } from './view.ts';

const throughUrl = (search: Parameters<typeof patchSearch>[0]) => parseSearchText(formatSearchText(search));

test('a view survives the way through its URL', () => {
  const view: View = {
    filter: { province: ['Balochistan', 'Sindh'], from: '2024-01-01', to: '2024-12-31' },
    incident: '2024-10-06-karachi-airport',
    at: { longitude: 66.5, latitude: 27.25, zoom: 5.5 },
    mode: 'areas',
    sort: { by: 'killed', descending: true },
    columns: ['date', 'incident'],
    radius: 25,
  };
  const { view: read, issues } = parseView(throughUrl(patchSearch({}, view)));
  expect(issues).toEqual([]);
  expect(read).toEqual(view);
});

test('a change leaves the other parts of the URL as they are', () => {
  const before = { incident: ['a'], unit: ['year'], q: ['bus'], strange: ['1'] };
  expect(patchSearch(before, { incident: undefined, filter: { type: ['Riots'] } })).toEqual({
    unit: ['year'],
    strange: ['1'],
    type: ['Riots'],
  });
});

test('what cannot be read is left out and named, and the rest stands', () => {
  const { view, issues } = parseView(parseSearchText('?type=Bogus&from=2024-13-01&province=Sindh&at=here&unit=month'));
  expect(view).toEqual({ filter: { province: ['Sindh'] }, unit: 'month' });
  expect(issues.map(({ name }) => name).sort()).toEqual(['at', 'from', 'type']);
});

test('any text makes a view without failing', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (text) => {
      expect(parseView(parseSearchText(text)).view.filter).toBeDefined();
    }),
    { seed: 9 },
  );
});

test('search text keeps repeated parameters and reads broken encoding', () => {
  expect(parseSearchText('?a=1&a=2&b=%E0%A4%A')).toMatchObject({ a: ['1', '2'] });
  expect(formatSearchText({ area: ['polygon:62,25;63,26'], type: ['Explosions/Remote violence'] })).toBe(
    '?area=polygon:62,25;63,26&type=Explosions/Remote+violence',
  );
  expect(formatSearchText({})).toBe('');
});
