import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';

const NOW = Date.UTC(2025, 5, 1);
const parse = (text: string) => parseFeed(text, 'https://news.example/feeds/all.xml', NOW);
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
const item = (inside: string) => `<item>${inside}</item>`;
const faultOf = (text: string): string => {
  try {
    return JSON.stringify(parse(text).faults);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : '';
  }
};

describe('parseFeed', () => {
  it('reads RSS 2.0: link or permanent guid, title with markup, date', () => {
    const text = rss(
      item(`<title><![CDATA[Blast <b>in</b> ]]>Quetta &amp; Chaman</title><link> /a?utm_source=rss&amp;id=1#top </link>
        <pubDate>Mon, 26 May 2025 10:00:00 +0500</pubDate><description>${'x'.repeat(100_000)}</description>
        <source><title>Somebody else</title></source>`) +
        item('<guid>https://news.example/b</guid><title>کوئٹہ</title>') +
        item('<guid isPermaLink="false">n-3</guid><link>https://news.example/c</link>') +
        item('<link>https://news.example/c#again</link>'),
    );
    expect(parse(text)).toEqual({
      items: [
        {
          address: 'https://news.example/a?id=1',
          title: 'Blast <b>in</b> Quetta & Chaman',
          published: '2025-05-26T05:00:00.000Z',
        },
        { address: 'https://news.example/b', title: 'کوئٹہ', published: null },
        { address: 'https://news.example/c', title: '', published: null },
      ],
      faults: [],
    });
  });

  it('reads RSS 1.0 and Atom, whatever prefixes they take', () => {
    const rdf = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>T</title><link>https://news.example/</link></channel>
      <item r:about="x"><title>One</title><link>https://news.example/1</link><d:date>2025-05-26T10:00:00+05:00</d:date></item></r:RDF>`;
    const atom = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>One</a:title>
      <a:link rel="self" href="https://news.example/self"/><a:link href="../1"/><a:link href="https://news.example/2"/>
      <a:published>2025-05-26T05:00:00Z</a:published><a:updated>2025-05-30T05:00:00Z</a:updated></a:entry></a:feed>`;
    const items = [{ address: 'https://news.example/1', title: 'One', published: '2025-05-26T05:00:00.000Z' }];
    for (const text of [rdf, atom]) expect(parse(text)).toEqual({ items, faults: [] });
  });

  it('leaves out an item that is wrong, says which and why, and keeps the others', () => {
    const text = rss(
      item('<title>No link</title>') +
        item('<link>javascript:alert(1)</link>') +
        item(`<link>https://news.example/1</link><title>${'x'.repeat(1_000_000)}</title>`) +
        item('<link>https://news.example/2</link><pubDate>31/02/2025</pubDate>') +
        item('<link>https://news.example/3</link><pubDate>Mon, 26 May 2031 10:00:00 GMT</pubDate>'),
    );
    expect(parse(text).items.map(({ address, published }) => [address, published])).toEqual([
      ['https://news.example/2', null],
      ['https://news.example/3', null],
    ]);
    expect(parse(text).faults).toEqual([
      'item 1 has no web address',
      'item 2 has no web address',
      'item 3 has a title of more than 5000 characters',
      'item 4 has the date "31/02/2025", which is none, or to come',
      'item 5 has the date "Mon, 26 May 2031 10:00:00 GMT", which is none, or to come',
    ]);
  });

  it('reads a bounded number of items, and says how many it left', () => {
    const many = Array.from({ length: 600 }, (_, number) => item(`<link>https://news.example/${number}</link>`));
    expect(parse(rss(many.join('')))).toMatchObject({
      items: { length: 500 },
      faults: ['only the first 500 of its 600 items are read'],
    });
    expect(parse(rss(item('').repeat(400))).faults).toHaveLength(11);
  });

  const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss(item('<title>&b;</title>'))}`;
  it.each([
    ['a page', '<html><body>Hello</body></html>', /it is no feed: its root is <html>/],
    ['JSON', '{"items": []}', /it is no well-formed XML: 1:\d+/],
    ['nothing', '', /it is no well-formed XML: .*root/],
    ['what was cut off', rss(item('<title>x</title>')).slice(0, -30), /it is no well-formed XML: .*(unclosed|end)/],
    ['an entity bomb', bomb, /it declares entities of its own/],
    ['a file from outside', `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('&x;')}`, /declares entities/],
    ['an entity that nobody declared', rss(item('<title>&nbsp;</title>')), /no well-formed XML: .*undefined entity/],
    ['what is nested deep', '<a>'.repeat(100_000), /it is no feed/],
    ['a feed that is nested deep', `<rss>${'<a>'.repeat(100_000)}`, /nested more than 50 deep/],
    ['a null byte', rss(item('<title>\0</title>')), /no well-formed XML: .*disallowed character/],
  ])('refuses %s with its reason', (_, text, reason) => {
    expect(faultOf(text)).toMatch(/^SourceFault: /);
    expect(faultOf(text)).toMatch(reason);
  });

  it('meets each of 2,000 mutated feeds with items or a fault, and nothing else', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const whole = rss(
      item(
        '<link>https://news.example/1</link><title>A &amp; B</title><pubDate>Mon, 26 May 2025 10:00:00 GMT</pubDate>',
      ),
    );
    const parts = [
      '<',
      '>',
      '&',
      '"',
      ']]>',
      '<![CDATA[',
      '<!--',
      '\0',
      '\ud800',
      '<item>',
      'x'.repeat(6_000),
      '<?',
      'xmlns=',
    ];
    let refused = 0;
    for (let round = 0; round < 2_000; round++) {
      const [start, end] = [random(whole.length), random(whole.length)];
      const text =
        whole.slice(0, start) + (parts[random(parts.length)] ?? '') + whole.slice(random(3) === 0 ? end : start);
      const found = faultOf(text);
      expect(found).toMatch(/^(\[.*\]$|SourceFault: )/s);
      if (found.startsWith('S')) refused++;
    }
    expect(refused).toBeGreaterThan(500);
    expect(refused).toBeLessThan(2_000);
  });
});
