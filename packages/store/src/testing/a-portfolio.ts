import type { Incident, Portfolio, Route, Site } from '@corridor/domain';
import { anIncident, aSource } from './any-incident.ts';

type LoadablePortfolio = Pick<Portfolio, 'info' | 'sites' | 'routes' | 'incidents'>;

/** A small portfolio of a country that does not exist, with the given incidents. */
export function aPortfolio(incidents: readonly Incident[] = [anIncident('one'), anIncident('two')]): LoadablePortfolio {
  return { info: INFO, sites: SITES, routes: ROUTES, incidents };
}

const INFO: Portfolio['info'] = {
  id: 'testland',
  name: 'Testland Corridor',
  subtitle: 'made up',
  bounds: [60, 20, 70, 30],
  timeZone: 'UTC',
  countryId: 'TST',
  licence: 'CC0',
  credits: [],
  coverageNotes: [],
  provinces: [],
  districts: [],
  actors: [
    {
      name: 'Group B',
      aliases: ['B', 'Bé “quoted”'],
      kind: 'militant',
      note: 'later in the alphabet, first in the file',
    },
    { name: 'Group A', aliases: [], kind: 'state', note: '' },
  ],
  mapLabels: [],
  borderNote: '',
  mapAttribution: '',
  dataNote: '',
};

const source = aSource({
  publisher: 'Ministry',
  title: 'List of projects',
  url: 'https://example.org/list',
  date: null,
});

const SITES: readonly Site[] = [
  {
    id: 'site-2',
    name: 'Port',
    sector: 'port',
    kind: 'Deep-sea port',
    status: 'operational',
    corridor: 'South',
    province: 'South',
    district: 'Coast',
    location: 'Bay',
    latitude: 25.123456789,
    longitude: 62.3,
    precision: 'site',
    radiusKm: 12.5,
    capacity: 300.25,
    capacityUnit: 'MW',
    costMusd: null,
    operator: 'Authority',
    chinesePartner: '公司',
    startYear: 2015,
    completionYear: null,
    sources: [source, { ...source, title: 'Report', date: '2020-02-29' }],
    notes: '',
  },
  {
    id: 'site-1',
    name: 'Mine',
    sector: 'mining',
    kind: 'Copper',
    status: 'planned',
    corridor: '',
    province: 'North',
    district: 'Upper',
    location: '',
    latitude: 28,
    longitude: 64,
    precision: 'place',
    radiusKm: 25,
    capacity: null,
    capacityUnit: '',
    costMusd: 1200,
    operator: '',
    chinesePartner: '',
    startYear: null,
    completionYear: 2030,
    sources: [source],
    notes: 'Shares its source with the port.',
  },
];

const ROUTES: readonly Route[] = [
  {
    id: 'route-1',
    name: 'Coastal road',
    kind: 'road',
    status: 'completed',
    corridor: 'South',
    radiusKm: 5,
    line: [
      [62.3, 25.1],
      [64.123456789, 25.5],
    ],
  },
];
