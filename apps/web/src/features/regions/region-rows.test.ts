import { type BreakdownRow, CASUALTY_KINDS, type CasualtyTotals, type District, type Province } from '@corridor/domain';
import { expect, test } from 'vitest';
import { buildProvinceRows, type RegionCounts, shadeValues } from './region-rows.ts';

const casualties = Object.fromEntries(
  CASUALTY_KINDS.map((kind) => [kind, { low: 0, best: 0, high: 0, unknown: 0 }]),
) as CasualtyTotals;
const row = (key: string | null, count: number): BreakdownRow => ({
  key,
  count,
  possible: 0,
  byType: [],
  casualties,
  last: null,
  worst: null,
  series: [count],
});
const provinces: Province[] = ['North', 'South'].map((name) => ({
  name,
  shortName: name,
  aliases: [],
  boundaryId: name,
  label: [0, 0],
}));
const district = (name: string, province: string): District => ({
  name,
  province,
  aliases: [],
  latitude: 0,
  longitude: 0,
  boundaryId: name,
  boundaryMatch: 'own',
});
const districts = [district('Hill', 'North'), district('Dale', 'North'), district('Coast', 'South')];
const counts = (rows: BreakdownRow[], before: BreakdownRow[] | null): RegionCounts => ({
  now: rows,
  before,
  both: rows,
});

test('lists provinces and their districts by count, quiet ones apart, and says what has no district', () => {
  const rows = buildProvinceRows(
    { provinces, districts },
    {
      province: counts([row('North', 1), row('South', 5)], [row('North', 2)]),
      district: counts([row('Coast', 3), row(null, 2), row('Dale', 1)], [row('Hill', 2)]),
    },
    [{ province: 'South', district: 'Coast' }],
  );
  expect(rows.map(({ province }) => [province.name, province.now, province.before, province.sites])).toEqual([
    ['South', 5, 0, 1],
    ['North', 1, 2, 0],
  ]);
  expect(rows.map(({ withoutDistrict }) => withoutDistrict)).toEqual([2, 0]);
  expect(rows[1]?.districts.map(({ name, now, before }) => [name, now, before])).toEqual([
    ['Dale', 1, 0],
    ['Hill', 0, 2],
  ]);
});

test('keeps districts without incidents apart and compares with nothing where there is no period before', () => {
  const [north] = buildProvinceRows(
    { provinces, districts },
    { province: counts([row('North', 1)], null), district: counts([row('Dale', 1)], null) },
    [],
  );
  expect(north?.quiet.map(({ name }) => name)).toEqual(['Hill']);
  expect(north?.province.before).toBeNull();
});

test('shades by count, by month or by change', () => {
  const [, north] = buildProvinceRows(
    { provinces, districts },
    { province: counts([], []), district: counts([row('Dale', 6)], [row('Dale', 8)]) },
    [],
  ).sort((a, b) => b.province.name.localeCompare(a.province.name));
  const rows = north?.districts ?? [];
  expect(shadeValues(rows, 'count', 12).get('Dale')).toBe(6);
  expect(shadeValues(rows, 'rate', 12).get('Dale')).toBe(0.5);
  expect(shadeValues(rows, 'change', 12).get('Dale')).toBe(-2);
});
