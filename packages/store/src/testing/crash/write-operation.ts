import type { Incident } from '@corridor/domain';
import { anIncident } from '../any-incident.ts';

/** One write. Its token is the reason of all that it writes, of each version and of the audit entry. */
export type WriteOperation =
  | { readonly kind: 'load'; readonly token: string; readonly ids: readonly string[] }
  | { readonly kind: 'save'; readonly token: string; readonly ids: readonly string[] }
  | { readonly kind: 'merge'; readonly token: string; readonly ids: readonly string[]; readonly into: string }
  | { readonly kind: 'split'; readonly token: string; readonly ids: readonly string[] }
  | { readonly kind: 'act'; readonly token: string };

/** The record that the write with this token makes of an incident: all of it, rows in other tables too, tells the two. */
export function incidentOf(id: string, token: string): Incident {
  const plain = anIncident(id, { title: `${id} by ${token}`, summary: `Written by ${token}.`, notes: token });
  const number = [...id, ...token].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const [source] = plain.sources;
  const sources = source ? [0, 1, 2].slice(number % 3) : [];
  return {
    ...plain,
    occurred: { ...plain.occurred, end: `2024-03-${10 + (number % 20)}`, precision: 'day' },
    actors: ['Group A', token, id].slice(number % 3).map((name) => ({ name, claim: 'claimed' })),
    sources: sources.flatMap((index) => (source ? [{ ...source, url: `https://example.org/${token}/${index}` }] : [])),
    targetedSites: number % 2 ? ['site-1'] : ['site-2', 'route-1'],
  };
}
