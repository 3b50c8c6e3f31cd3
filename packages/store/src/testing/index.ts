export { aPortfolio } from './a-portfolio.ts';
export { anIncident, anyIncident, aSource } from './any-incident.ts';
export { startThrowawayPostgres, type ThrowawayPostgres } from './throwaway-postgres.ts';
