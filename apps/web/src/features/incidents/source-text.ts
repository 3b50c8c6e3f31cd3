import type { Source } from '@corridor/domain';

/** A link's address when it is safe to follow; null for anything but http and https. */
export function safeUrl(text: string): string | null {
  const url = parseUrl(text);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

/** What a source is called: its title, or the host that published it where there is none. */
export function sourceName({ title, url, publisher }: Source): string {
  return title || parseUrl(url)?.hostname.replace(/^www\./, '') || publisher || url;
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
