import { parseDay } from '@corridor/domain';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Article, languageOf } from './article.ts';

/** Longer pages are not read: the parser holds the whole tree, about twenty times the page, in memory. */
export const MAX_PAGE_LENGTH = 4_000_000;
/** Readability takes long for pages of many; its own limit counts none of linkedom's. */
const MAX_ELEMENTS = 20_000;

/** A page that is not read; the message says why. */
export class PageFault extends Error {
  override readonly name = 'PageFault';
}

/**
 * The article of a page: what Readability takes for its body, one paragraph a line, with what its metadata says of title,
 * publisher and time. Nothing of the page runs or is fetched. Throws a PageFault where there is no article, or too much of it.
 */
export function readArticle(html: string, address: string): Article {
  if (html.length > MAX_PAGE_LENGTH) {
    throw new PageFault(`The page has ${html.length} characters; ${MAX_PAGE_LENGTH} are read at most`);
  }
  const document = parsePage(html);
  if (!document.documentElement || !document.body) throw new PageFault('The page is not HTML');
  const elements = [...document.querySelectorAll('*')].length;
  if (elements > MAX_ELEMENTS)
    throw new PageFault(`The page has ${elements} elements; ${MAX_ELEMENTS} are read at most`);
  const published = publishedAt(document);
  const found = bodyOf(document);
  const text = found === null ? '' : paragraphsOf(found.content);
  if (found === null || text === '') throw new PageFault('The page has no article that can be told from its menus');
  return {
    title: oneLine(found.title),
    text,
    published,
    publisher: oneLine(found.siteName) || hostOf(address),
    address,
    language: languageOf(text),
  };
}

/** What is asked of a parsed page; this program is compiled without the types of a browser. */
interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}
interface PageDocument {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

function parsePage(html: string): PageDocument {
  // Without its outer elements a page would have no body here.
  return parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document;
}

function bodyOf(document: PageDocument): { title: string; content: string; siteName: string } | null {
  try {
    const found = new Readability(document).parse();
    if (!found?.content) return null;
    return { title: found.title ?? '', content: found.content, siteName: found.siteName ?? '' };
  } catch (cause) {
    throw new PageFault('The page cannot be read', { cause });
  }
}

const BLOCK_END = /<\/(?:p|div|li|h[1-6]|blockquote|tr|section|article|figcaption|td|th)>|<br\s*\/?>/gi;

/** The text of HTML, a line for each block. */
function paragraphsOf(html: string): string {
  const document = parsePage(`<html><body>${html.replace(BLOCK_END, '$&\u2028')}</body></html>`);
  return (document.body?.textContent ?? '')
    .split('\u2028')
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}

const DATE_METADATA = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="article:published_time"]',
  'meta[name="publication_date"]',
  'meta[name="publish-date"]',
  'meta[name="pubdate"]',
  'meta[name="DC.date.issued"]',
  'meta[name="date"]',
] as const;

/** When the page says that it was published: in its metadata, its linked data, or its first dated `time`. */
function publishedAt(document: PageDocument): string | null {
  const stated = DATE_METADATA.map((selector) => document.querySelector(selector)?.getAttribute('content'));
  const linked = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => /"datePublished"\s*:\s*"([^"]{1,60})"/.exec(script.textContent ?? '')?.[1],
  );
  const shown = document.querySelector('time[datetime]')?.getAttribute('datetime');
  return [...stated, ...linked, shown].map((text) => isoOf(text ?? '')).find((text) => text !== null) ?? null;
}

/** An ISO date or date and time; other forms are read as far as JavaScript knows them and the day does not depend on where. */
function isoOf(text: string): string | null {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}\S{0,20})?/.exec(text.trim()) ?? [];
  if (parseDay(day) !== null) return time !== '' && Number.isFinite(Date.parse(day + time)) ? day + time : day;
  if (!/^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} .{0,20}(GMT|UTC|[+-]\d{4})$/.test(text)) return null;
  const moment = Date.parse(text);
  return Number.isFinite(moment) ? new Date(moment).toISOString() : null;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
