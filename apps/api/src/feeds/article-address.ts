/**
 * The web address of an article as it is known by: whole, without what only says where a reader came from. Null for what is
 * no web address.
 */
export function articleAddress(link: string, base?: string): string | null {
  if (!URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (/^utm_/i.test(name)) url.searchParams.delete(name);
  return url.href.length > 2000 ? null : url.href;
}
