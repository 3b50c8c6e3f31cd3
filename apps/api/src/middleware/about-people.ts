import type { MiddlewareHandler } from 'hono';

/** Answers about who asks: no part of the data, so no revision stands for them. */
export function isAboutPeople(path: string): boolean {
  return /^\/v1\/(me|access|people)(\/|$)/.test(path);
}

/** They are kept nowhere. */
export function keepNothing(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  };
}
