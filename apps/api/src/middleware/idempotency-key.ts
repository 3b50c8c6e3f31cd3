import { createHash } from 'node:crypto';
import { Problem } from '@corridor/domain';
import { canonicalJson, type IdempotencyKey, type JsonObject } from '@corridor/store';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';

/**
 * The request's `Idempotency-Key` with a digest of what it asks for, however that is spelled; null without one. Throws the
 * Problem `invalid-parameter`.
 */
export function readIdempotencyKey({ req }: Context<AppEnv>, what: string, body: JsonObject): IdempotencyKey | null {
  const key = req.header('Idempotency-Key');
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) {
    const reason = 'is 8 to 128 visible ASCII characters';
    throw new Problem('invalid-parameter', `Idempotency-Key ${reason}.`, [{ name: 'Idempotency-Key', reason }]);
  }
  return { key, digest: createHash('sha256').update(canonicalJson({ what, body })).digest('hex') };
}
