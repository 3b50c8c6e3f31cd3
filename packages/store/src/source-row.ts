import { createHash } from 'node:crypto';
import { CREDIBILITIES, type Grade, RELIABILITIES, type Source } from '@corridor/domain';
import type { SourceRow } from './schema.ts';

/** What of a source's row its record holds. */
export const SOURCE_COLUMNS = [
  'source.publisher',
  'source.title',
  'source.url',
  'source.date',
  'source.grade',
  'source.based_on',
] as const;

/** A source as the database keeps it. The id is the first half of the content's SHA-256, written as a UUID. */
export function toSourceRow({ publisher, title, url, date, grade: parts, basedOn }: Source): SourceRow {
  const grade = parts && (`${parts.reliability}${parts.credibility}` as const);
  // Those that say nothing more keep the id that they had before there was more to say.
  const more = grade === null && basedOn === '' ? [] : [grade, basedOn];
  const digest = createHash('sha256')
    .update(JSON.stringify([publisher, title, url, date, ...more]))
    .digest('hex');
  const id = digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { id, publisher, title, url, date, grade, based_on: basedOn };
}

/** The source that `toSourceRow` was given. */
export function toSource({ publisher, title, url, date, grade, based_on }: Omit<SourceRow, 'id'>): Source {
  return { publisher, title, url, date, grade: (grade && PARTS.get(grade)) ?? null, basedOn: based_on };
}

const PARTS: ReadonlyMap<Grade, NonNullable<Source['grade']>> = new Map(
  RELIABILITIES.flatMap((reliability) =>
    CREDIBILITIES.map((credibility) => [`${reliability}${credibility}`, { reliability, credibility }] as const),
  ),
);
