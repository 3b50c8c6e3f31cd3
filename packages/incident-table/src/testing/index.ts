export { createMadeUpGeography } from './made-up-geography.ts';
export { Oracle, summary } from './oracle.ts';
export { createRandom } from './random.ts';
export { createSeededIncidents, type SeededIncidentsOptions } from './seeded-incidents.ts';
export { readUcdpIncidents, type UcdpIncidents } from './ucdp-incidents.ts';
