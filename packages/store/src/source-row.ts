import { createHash } from 'node:crypto';
import type { Source } from '@corridor/domain';
import type { SourceRow } from './schema.ts';

/** A source as the database keeps it. The id is the first half of the content's SHA-256, written as a UUID. */
export function toSourceRow({ publisher, title, url, date }: Source): SourceRow {
  const digest = createHash('sha256')
    .update(JSON.stringify([publisher, title, url, date]))
    .digest('hex');
  const id = digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { id, publisher, title, url, date };
}
