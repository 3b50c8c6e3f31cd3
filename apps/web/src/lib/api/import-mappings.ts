import { queryOptions } from '@tanstack/react-query';
import { fetchJson, toApiError } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import { send } from './send-json.ts';

/** What of a record a column may hold. */
export const MAPPED_FIELDS = [
  ...['id', 'title', 'summary', 'date', 'endDate', 'datePrecision', 'eventType', 'subEventType', 'actors'],
  ...['target', 'targetType', 'projectSite', 'place', 'province', 'district', 'latitude', 'longitude', 'position'],
  ...['placePrecision', 'killed', 'wounded', 'abducted', 'attackersKilled', 'chineseKilled', 'chineseWounded'],
  ...['sourceUrl', 'sourcePublisher', 'sourceTitle', 'sourceDate', 'notes'],
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

/** Fields whose values have to be words of ours. */
export const CODED_FIELDS = ['subEventType', 'eventType', 'targetType', 'datePrecision', 'placePrecision'] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

export const DATE_ORDERS = ['day-month-year', 'month-day-year'] as const;

/** How a table in no known format becomes records. */
export interface Mapping {
  readonly name: string;
  readonly origin: string;
  readonly licence: string;
  readonly columns: Readonly<Partial<Record<MappedField, string>>>;
  readonly dateOrder: (typeof DATE_ORDERS)[number] | null;
  readonly values: Readonly<Partial<Record<CodedField, Readonly<Record<string, string>>>>>;
  readonly everyRow: Readonly<Partial<Record<CodedField, string>>>;
}

/** What is thought of a file by its beginning. */
export interface Guess {
  readonly format: string;
  readonly needsMapping: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly mapping: Mapping;
  readonly unsure: readonly MappedField[];
}

/** So much of a file is guessed by; a workbook has to be whole. */
export const GUESSED_BYTES = 8 * 1024 * 1024;

export async function guessMapping(file: File): Promise<Guess> {
  const path = `/v1/import-mappings/guess?${new URLSearchParams({ name: file.name })}`;
  const response = await fetch(path, { method: 'POST', body: file.slice(0, GUESSED_BYTES) });
  if (!response.ok) throw await toApiError(response);
  const guess: Guess = await response.json();
  return guess;
}

interface SavedMapping {
  readonly name: string;
  readonly mapping: Mapping;
}

export const mappingsQuery = queryOptions({
  queryKey: [...PERSONAL, 'import-mappings'],
  queryFn: ({ signal }) => fetchJson<{ readonly items: readonly SavedMapping[] }>('/v1/import-mappings', signal),
});

/** What was imported by it stays. */
export async function deleteMapping(name: string): Promise<void> {
  await send('DELETE', `/v1/import-mappings/${encodeURIComponent(name)}`);
}

/** In place of one of the same name. */
export async function saveMapping(mapping: Mapping): Promise<void> {
  await send('PUT', `/v1/import-mappings/${encodeURIComponent(mapping.name)}`, mapping);
}
