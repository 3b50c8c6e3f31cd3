import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { LiveData } from '../live-data.ts';
import { asOfParams } from '../params/as-of-param.ts';
import { parseAlone } from '../params/parse-request.ts';
import type { PastData } from '../past-data.ts';

/** Answers that are made of records, and so may be asked for as of a moment. */
const OF_RECORDS =
  /^\/v1\/(incidents(\.\w+|\/[^/]+)?|summary|bins|query|engine|table\.arrow|texts|text-matches|regions|sites(\/[^/]+)?|routes(\/[^/]+)?|portfolio|taxonomy)$/;

/** Gives the request one state of the data, whatever is announced while it is answered: the newest, or that of `asOf`. */
export function takeSnapshot(live: LiveData, past: PastData): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const asOf = isAboutRecords(c) ? parseAlone(c.req.url, 'asOf', asOfParams.asOf) : null;
    c.set('snapshot', asOf === null ? live.current() : await past.at(asOf, c.req.raw.signal));
    await next();
    const at = c.get('snapshot').asOf?.at;
    if (at) c.res.headers.set('X-Corridor-As-Of', at);
  };
}

function isAboutRecords({ req }: Context<AppEnv>): boolean {
  const reads = req.method === 'GET' || req.method === 'HEAD' || req.path === '/v1/query';
  return reads && OF_RECORDS.test(req.path) && req.url.includes('asOf');
}
