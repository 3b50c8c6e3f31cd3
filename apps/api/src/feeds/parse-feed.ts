import { SaxesParser, type SaxesTagNS } from 'saxes';
import { articleAddress } from './article-address.ts';
import { SourceFault } from './source-fault.ts';

/** What a feed says of one article. */
export interface FeedItem {
  readonly address: string;
  readonly title: string;
  /** ISO instant; null where it says none. */
  readonly published: string | null;
}

export interface ParsedFeed {
  /** In the feed's order, each address once. */
  readonly items: readonly FeedItem[];
  /** What of it could not be taken, and why. */
  readonly faults: readonly string[];
}

/** Items of one feed that are read. */
const MAX_ITEMS = 500;
const MAX_DEPTH = 50;
const MAX_FIELD = 5_000;
const MAX_FAULTS = 10;
const DAY_MS = 24 * 60 * 60 * 1000;

const RSS_1 = 'http://purl.org/rss/1.0/';
const ATOM = 'http://www.w3.org/2005/Atom';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';

/** What holds items, by the namespace and name of the root: RSS 2.0, RSS 1.0, Atom. */
const ROOTS: Readonly<Record<string, string>> = {
  ' rss': ' item',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns# RDF': `${RSS_1} item`,
  [`${ATOM} feed`]: `${ATOM} entry`,
};

const FIELDS: Readonly<Record<string, Field>> = {
  ...{ ' title': 'title', ' link': 'link', ' guid': 'guid', ' pubDate': 'date' },
  ...{ [`${RSS_1} title`]: 'title', [`${RSS_1} link`]: 'link', [`${DUBLIN_CORE} date`]: 'date' },
  ...{ [`${ATOM} title`]: 'title', [`${ATOM} link`]: 'link', [`${ATOM} published`]: 'date' },
};

type Field = 'title' | 'link' | 'guid' | 'date';
type OpenItem = Record<Field, string>;

/**
 * Reads RSS 2.0, RSS 1.0 or Atom. XML that is not well-formed or declares entities is refused whole; an item without an
 * address, or with a field that is too long, is left out and said. `base` is the feed's own address. Throws SourceFault.
 */
export function parseFeed(text: string, base: string, now: number): ParsedFeed {
  const items = new Map<string, FeedItem>();
  const faults: string[] = [];
  const reading = new FeedReading((open, number) => {
    const taken = toItem(open, base, now);
    if (taken.item && !items.has(taken.item.address)) items.set(taken.item.address, taken.item);
    if (taken.fault !== null) faults.push(`item ${number} ${taken.fault}`);
  });
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => {
    throw new SourceFault(`it is no well-formed XML: ${message.slice(0, 200)}`);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new SourceFault('it declares entities of its own, which are not read', LASTING);
  });
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('text', (part) => reading.text(part));
  parser.on('cdata', (part) => reading.text(part));
  parser.on('closetag', () => reading.close());
  parser.write(text).close();
  if (reading.count > MAX_ITEMS) faults.push(`only the first ${MAX_ITEMS} of its ${reading.count} items are read`);
  const more = faults.length - MAX_FAULTS;
  return {
    items: [...items.values()],
    faults: more > 0 ? [...faults.slice(0, MAX_FAULTS), `and ${more} more like these`] : faults,
  };
}

/** Where in a feed its parser is, and what it has of the item that is open. */
class FeedReading {
  /** Items so far. */
  count = 0;
  readonly #take: (item: OpenItem, number: number) => void;
  #depth = 0;
  /** What the items are, by the root. */
  #itemName = '';
  #item: OpenItem | null = null;
  #itemDepth = 0;
  #field: Field | null = null;

  /** `take` is given each item when it ends. */
  constructor(take: (item: OpenItem, number: number) => void) {
    this.#take = take;
  }

  open({ attributes, local, uri }: SaxesTagNS): void {
    const name = `${uri} ${local}`;
    this.#depth++;
    if (this.#depth > MAX_DEPTH) throw new SourceFault(`its elements are nested more than ${MAX_DEPTH} deep`, LASTING);
    if (this.#depth === 1) {
      this.#itemName = ROOTS[name] ?? '';
      if (this.#itemName === '') throw new SourceFault(`it is no feed: its root is <${local.slice(0, 40)}>`, LASTING);
    }
    if (this.#item === null) {
      if (name !== this.#itemName) return;
      this.#item = { title: '', link: '', guid: '', date: '' };
      this.#itemDepth = this.#depth;
    } else if (this.#depth === this.#itemDepth + 1) {
      // It is an address unless it says that it is none.
      const isNoLink = attributes.isPermaLink?.value === 'false';
      this.#field = isNoLink ? null : (FIELDS[name] ?? null);
      const isArticle = (attributes.rel?.value ?? 'alternate') === 'alternate';
      if (this.#field === 'link' && isArticle) this.#item.link ||= attributes.href?.value ?? '';
    }
  }

  text(part: string): void {
    const [field, item] = [this.#field, this.#item];
    if (item !== null && field !== null && item[field].length <= MAX_FIELD) item[field] += part;
  }

  close(): void {
    if (this.#item !== null && this.#depth === this.#itemDepth) {
      this.count++;
      if (this.count <= MAX_ITEMS) this.#take(this.#item, this.count);
      this.#item = null;
    }
    if (this.#depth === this.#itemDepth + 1) this.#field = null;
    this.#depth--;
  }
}

/** An item, or why it is none; both where its date alone is wrong. */
function toItem(open: OpenItem, base: string, now: number): { item: FeedItem | null; fault: string | null } {
  const long = FIELD_NAMES.find((name) => open[name].length > MAX_FIELD);
  if (long) return { item: null, fault: `has a ${long} of more than ${MAX_FIELD} characters` };
  const link = open.link.trim() || open.guid.trim();
  const address = link === '' ? null : articleAddress(link, base);
  if (address === null) return { item: null, fault: 'has no web address' };
  const date = open.date.trim();
  const published = momentOf(date, now);
  const isWrong = date !== '' && published === null;
  return {
    item: { address, title: open.title.trim(), published },
    fault: isWrong ? `has the date ${JSON.stringify(date.slice(0, 40))}, which is none, or to come` : null,
  };
}

const LASTING = { isLasting: true };
const FIELD_NAMES = ['title', 'link', 'guid', 'date'] as const;

function momentOf(text: string, now: number): string | null {
  const moment = Date.parse(text);
  return moment >= Date.UTC(1990) && moment < now + DAY_MS ? new Date(moment).toISOString() : null;
}
