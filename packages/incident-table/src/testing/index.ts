export { createMadeUpGeography } from './made-up-geography.ts';
export { Oracle, summary } from './oracle.ts';
export { createSeededIncidents, type SeededIncidentsOptions } from './seeded-incidents.ts';
