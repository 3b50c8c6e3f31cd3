import type { NewRoute, NewSite } from '@corridor/domain';

/** A plain site near Gwadar as a person hands it in, with what the test is about put in. */
export function aNewSite(changes: Partial<NewSite> = {}): NewSite {
  return {
    name: 'East Bay Terminal',
    sector: 'port',
    kind: 'Terminal',
    status: 'planned',
    corridor: '',
    province: 'Balochistan',
    district: 'Gwadar',
    location: '',
    latitude: 25.13,
    longitude: 62.35,
    precision: 'site',
    radiusKm: 15,
    capacity: null,
    capacityUnit: '',
    costMusd: null,
    operator: '',
    chinesePartner: '',
    startYear: null,
    completionYear: null,
    sources: [],
    notes: '',
    ...changes,
  };
}

/** A plain route along the coast. */
export function aNewRoute(changes: Partial<NewRoute> = {}): NewRoute {
  return {
    name: 'Second Coastal Road',
    kind: 'road',
    status: 'planned',
    corridor: '',
    radiusKm: 5,
    line: [
      [62.3, 25.1],
      [64.1, 25.5],
    ],
    ...changes,
  };
}
