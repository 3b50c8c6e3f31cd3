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

/** The content of a source as the database keeps it. */
export type SourceContent = Omit<SourceRow, 'id' | 'signature'>;

export function toSourceRow({ publisher, title, url, date, grade: parts, basedOn }: Source): SourceContent {
  const grade = parts && (`${parts.reliability}${parts.credibility}` as const);
  return { publisher, title, url, date, grade, based_on: basedOn };
}

/** By which two sources are the same: the first half of the content's SHA-256, written as a UUID. */
export function signatureOf(source: Source): string {
  const { publisher, title, url, date, grade, based_on } = toSourceRow(source);
  // Those that say nothing more keep the signature that they had before there was more to say.
  const more = grade === null && based_on === '' ? [] : [grade, based_on];
  const digest = createHash('sha256')
    .update(JSON.stringify([publisher, title, url, date, ...more]))
    .digest('hex');
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The source that `toSourceRow` was given. */
export function toSource({ publisher, title, url, date, grade, based_on }: SourceContent): Source {
  return { publisher, title, url, date, grade: (grade && PARTS.get(grade)) ?? null, basedOn: based_on };
}

const PARTS: ReadonlyMap<Grade, NonNullable<Source['grade']>> = new Map(
  RELIABILITIES.flatMap((reliability) =>
    CREDIBILITIES.map((credibility) => [`${reliability}${credibility}`, { reliability, credibility }] as const),
  ),
);
