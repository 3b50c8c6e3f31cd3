import type { Guess, SavedMapping } from '@corridor/api/src/schemas/import-schemas.ts';
import { queryOptions } from '@tanstack/react-query';
import { fetchJson, toApiError } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import { send } from './send-json.ts';

export type { Guess };
/** How a table in no known format becomes records. */
export type Mapping = Guess['mapping'];

/** So much of a file is guessed by; a workbook has to be whole. */
export const GUESSED_BYTES = 8 * 1024 * 1024;

export async function guessMapping(file: File): Promise<Guess> {
  const path = `/v1/import-mappings/guess?${new URLSearchParams({ name: file.name })}`;
  const response = await fetch(path, { method: 'POST', body: file.slice(0, GUESSED_BYTES) });
  if (!response.ok) throw await toApiError(response);
  const guess: Guess = await response.json();
  return guess;
}

/** The API does not vouch for a mapping that an older program saved: importing by it says what is wrong. */
interface SavedMappings {
  readonly items: readonly (Omit<SavedMapping, 'mapping'> & { readonly mapping: Mapping })[];
}

export const mappingsQuery = queryOptions({
  queryKey: [...PERSONAL, 'import-mappings'],
  queryFn: ({ signal }) => fetchJson<SavedMappings>('/v1/import-mappings', signal),
});

/** What was imported by it stays. */
export async function deleteMapping(name: string): Promise<void> {
  await send('DELETE', `/v1/import-mappings/${encodeURIComponent(name)}`);
}

/** In place of one of the same name. */
export async function saveMapping(mapping: Mapping): Promise<void> {
  await send('PUT', `/v1/import-mappings/${encodeURIComponent(mapping.name)}`, mapping);
}
