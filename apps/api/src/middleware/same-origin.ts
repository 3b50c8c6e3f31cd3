import { Problem } from '@corridor/domain';
import type { MiddlewareHandler } from 'hono';
import type { Access } from '../access/access.ts';
import type { AppEnv } from '../app-env.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send: a request that may change something comes from our own pages, or from a
 * program that is no browser and sends no cookie. Browsers say so in every such request: in `Sec-Fetch-Site`, which holds also
 * behind a proxy that gives us another name, or else by the page's origin.
 */
export function sameOrigin({ identities, settings: { baseUrl } }: Access): MiddlewareHandler<AppEnv> {
  const publicHost = baseUrl === undefined ? undefined : new URL(baseUrl).host;
  return async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    const site = c.req.header('Sec-Fetch-Site');
    const host = hostOf(c.req.header('Origin'));
    if (site !== undefined) {
      if (site !== 'same-origin') throw refusal();
    } else if (host === undefined) {
      if (identities.holdsSession(c.req.header('Cookie'))) throw refusal();
    } else if (host === null || (host !== new URL(c.req.url).host && host !== publicHost)) {
      throw refusal();
    }
    await next();
  };
}

/** Undefined for no origin, null for one that is none of ours in any case. */
function hostOf(origin: string | undefined): string | null | undefined {
  if (origin === undefined) return undefined;
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function refusal(): Problem {
  return new Problem(
    'not-allowed',
    'A request that changes something comes from a page of this server (header Origin or Sec-Fetch-Site).',
  );
}
