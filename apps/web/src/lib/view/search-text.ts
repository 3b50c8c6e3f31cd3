import type { ViewSearch } from './view.ts';

const MAX_PARAMETERS = 1000;

/** Reads `?a=1&a=2` as `{ a: ['1', '2'] }`. Broken percent-encoding is kept as it stands. */
export function parseSearchText(text: string): ViewSearch {
  const search: Record<string, string[]> = {};
  let count = 0;
  for (const [key, value] of new URLSearchParams(text)) {
    if (++count > MAX_PARAMETERS) break;
    search[key] = [...(Object.hasOwn(search, key) ? (search[key] ?? []) : []), value];
  }
  return search;
}

/** Writes what `parseSearchText` reads, with `?` before it when there is anything. */
export function formatSearchText(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [key, values] of Object.entries(search)) {
    for (const value of Array.isArray(values) ? values : [values]) {
      if (value !== undefined && value !== null) params.append(key, String(value));
    }
  }
  const text = params
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/')
    .replaceAll('%3B', ';');
  return text === '' ? '' : `?${text}`;
}
