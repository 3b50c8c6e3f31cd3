import { createBoundaries } from '@corridor/geography';
import { expect, test } from 'vitest';
import { loadPortfolio } from './index.ts';

const portfolio = await loadPortfolio();
const { info, incidents, sites, routes, gazetteer, issues } = portfolio;
const byId = new Map(incidents.map((incident) => [incident.id, incident]));

test('every row of the data set loads without an issue', () => {
  expect(issues).toEqual([]);
  expect({
    incidents: incidents.length,
    sites: sites.length,
    routes: routes.length,
    districts: info.districts.length,
    actors: info.actors.length,
    gazetteer: gazetteer.length,
  }).toEqual({ incidents: 473, sites: 124, routes: 20, districts: 167, actors: 78, gazetteer: 633 });
});

test('a row is read as the record says', () => {
  expect(byId.get('2004-05-03-gwadar-car-bomb')).toEqual({
    id: '2004-05-03-gwadar-car-bomb',
    title: 'Remote-controlled car bomb hits Chinese port engineers in Gwadar',
    summary:
      'A parked car packed with explosives was set off beside a van taking Chinese engineers to work at the Gwadar port site. Three engineers died; nine other Chinese, a Pakistani driver and a guard were hurt.',
    occurred: { start: '2004-05-03', end: '2004-05-03', precision: 'day' },
    eventType: 'Explosions/Remote violence',
    subEventType: 'Remote explosive/landmine/IED',
    actors: [{ name: 'Unidentified', claim: 'unknown' }],
    target: 'Chinese engineers of China Harbour Engineering Company',
    targetType: 'chinese-nationals',
    place: {
      name: 'Gwadar, near the port',
      province: 'Balochistan',
      district: 'Gwadar',
      latitude: 25.126,
      longitude: 62.325,
      precision: 'place',
    },
    casualties: {
      killed: { low: 3, best: 3, high: 3 },
      wounded: { low: 11, best: 11, high: 11 },
      abducted: null,
      attackersKilled: null,
      chineseKilled: { low: 3, best: 3, high: 3 },
      chineseWounded: { low: 9, best: 9, high: 9 },
    },
    claims: [],
    sources: [
      {
        publisher: 'BBC News',
        title: 'Pakistan car bomb kills Chinese',
        url: 'http://news.bbc.co.uk/2/hi/south_asia/3679533.stm',
        date: '2004-05-03',
        grade: null,
        basedOn: '',
      },
      {
        publisher: 'arabnews.com',
        title: '',
        url: 'https://www.arabnews.com/node/248781',
        date: null,
        grade: null,
        basedOn: '',
      },
    ],
    grade: { reliability: 'B', credibility: '1' },
    status: 'confirmed',
    targetedSites: ['gwadar-port'],
    projectSite: 'Gwadar Port',
    notes: 'Wounded reported as 10 (BBC) or 11 (AP, AFP: nine Chinese and two Pakistanis).',
    summarisesDay: false,
    origin: 'corridor-watch',
    licence: 'CC-BY-4.0',
  });
});

test('a date known to its month spans the month', () => {
  expect(byId.get('2021-08-24-marwar-miners')?.occurred).toEqual({
    start: '2021-08-01',
    end: '2021-08-31',
    precision: 'month',
  });
});

test('a place is as precise as its row says', () => {
  const count = (precision: string) => incidents.filter(({ place }) => place.precision === precision).length;
  expect(['site', 'place', 'district', 'province', 'country'].map(count)).toEqual([42, 340, 79, 12, 0]);
});

test('an alias stands for its actor, and nobody named is neither claimed nor attributed', () => {
  const names = new Set(info.actors.map(({ name }) => name));
  const involved = incidents.flatMap(({ actors }) => actors);
  expect(involved.filter(({ name }) => !names.has(name))).toEqual([]);
  expect(new Set(involved.filter(({ name }) => name === 'Unidentified').map(({ claim }) => claim))).toEqual(
    new Set(['unknown', 'disputed']),
  );
  expect(involved.some(({ claim }) => claim === 'attributed')).toBe(true);
});

test('two rows sum up a day', () => {
  expect(incidents.filter(({ summarisesDay }) => summarisesDay).map(({ id }) => id)).toEqual([
    '2024-08-26-balochistan-offensive',
    '2026-01-31-balochistan-offensive',
  ]);
});

test('each province’s label lies within its polygon, and each district has polygons', () => {
  const boundaries = createBoundaries(portfolio.basemap.base, info.districts, info.provinces);
  expect(info.provinces.map(({ label: [lon, lat] }) => boundaries.provinceAt(lon, lat))).toEqual(
    info.provinces.map(({ name }) => name),
  );
  expect(info.districts.filter(({ name }) => boundaries.districtPolygons(name) === null)).toEqual([]);
});

test('the six subdivisions are drawn with their districts', () => {
  const boundaries = createBoundaries(portfolio.basemap.base, info.districts, info.provinces);
  for (const name of ['Dera Ismail Khan', 'Lakki Marwat', 'Tank', 'Bannu', 'Kohat', 'Peshawar']) {
    expect(boundaries.districtPolygons(name)).toHaveLength(2);
  }
});
