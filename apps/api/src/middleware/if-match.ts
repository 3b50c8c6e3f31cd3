import { Problem } from '@corridor/domain';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';

/** The version that the request's `If-Match` names, as an `ETag` of ours gives it. Throws a Problem if it names none. */
export function readIfMatch({ req }: Context<AppEnv>): number {
  const header = req.header('If-Match');
  if (header === undefined) {
    throw new Problem('precondition-required', 'If-Match is needed: the version that is changed, such as "3".', [
      { name: 'If-Match', reason: 'is the version that is changed, in quotes' },
    ]);
  }
  const version = /^"([1-9]\d{0,8})"$/.exec(header.trim())?.[1];
  if (version !== undefined) return Number(version);
  const reason = 'is one version in quotes, such as "3"';
  throw new Problem('invalid-parameter', `If-Match ${reason}.`, [{ name: 'If-Match', reason }]);
}

/** As `If-Match` takes it. */
export function versionEtag(version: number): { readonly ETag: string } {
  return { ETag: `"${version}"` };
}
