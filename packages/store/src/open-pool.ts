import pg from 'pg';

/** Opens a pool whose dates are ISO text (a calendar date has no time zone to shift it) and whose bigints are numbers. */
export function openPool(config: pg.PoolConfig, onWarning: (message: string) => void): pg.Pool {
  const pool = new pg.Pool({ ...config, types: { getTypeParser } });
  // A connection that breaks is replaced. Without a listener on the pool (idle connections) and on each client (those in
  // use, whose query fails as well) it would end the process.
  pool.on('error', (error) => onWarning(`a database connection was lost: ${error.message}`));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const { builtins } = pg.types;

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === builtins.DATE) return (text: string) => text;
  // Counters here are far below 2^53.
  if (oid === builtins.INT8) return Number;
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
};
