import { wordsOf } from './fold-text.ts';
import type { Source } from './incident.ts';

/** Sites on which many parties publish: their address says where a statement stands, not whose it is. */
const PLATFORMS = new Set([
  ...['archive.org', 'archive.ph', 'facebook.com', 'instagram.com', 'medium.com', 'reddit.com', 'reliefweb.int'],
  ...['substack.com', 't.me', 'telegram.me', 'tiktok.com', 'twitter.com', 'web.archive.org', 'x.com', 'youtube.com'],
]);

/**
 * Of how many independent origins the sources are. A report that repeats another's counts as the other's; two of one
 * publisher, or of one web site, are one. Sources of which two things are known join what they share: whether origins
 * are independent is never overstated by a name that is missing or spelled in two ways.
 */
export function countOrigins(sources: readonly Source[]): number {
  const origins: Set<string>[] = [];
  for (const source of sources) {
    const marks = new Set(marksOf(source));
    const same = origins.filter((origin) => [...marks].some((mark) => origin.has(mark)));
    for (const origin of same) {
      for (const mark of origin) marks.add(mark);
      origins.splice(origins.indexOf(origin), 1);
    }
    origins.push(marks);
  }
  return origins.length;
}

/** Host without what only says for which screen a page is, and the first part of the path. */
const ADDRESS = /^https?:\/\/(?:[^/?#]*@)?(?:www\.|m\.|mobile\.)?([^/:?#]+)(?::\d+)?\/?([^/?#]*)/;

/** What an origin is known by: whose report it is, the publisher, the web site. At least one. */
function marksOf({ basedOn, publisher, url }: Source): readonly string[] {
  const repeated = wordsOf(basedOn).join(' ');
  if (repeated !== '') return [repeated];
  const [, host = '', account = ''] = ADDRESS.exec(url.toLowerCase()) ?? [];
  const name = wordsOf(publisher).join(' ');
  if (!PLATFORMS.has(host)) return [wordsOf(host).join(' '), ...(name === '' ? [] : [name])];
  return [name === '' ? `${host}/${account}` : name];
}
