import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalServer, serveLocally } from '../testing/serve-locally.ts';
import type { Resolve } from './ask-host.ts';
import type { ListedHosts } from './listed-hosts.ts';
import { type ReaderLimits, SourceReader } from './source-reader.ts';

const LIMITS: ReaderLimits = { maxBytes: 100_000, maxUnpackedBytes: 200_000, longestMs: 1_000, gapMs: 0 };
const LOOPBACK: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

const servers: LocalServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(listener: RequestListener): Promise<LocalServer> {
  const server = await serveLocally(listener);
  servers.push(server);
  return server;
}

/** Serves paths by name; robots.txt is not there. */
const paths =
  (served: Readonly<Record<string, RequestListener>>): RequestListener =>
  (request, response) => {
    const listener = served[request.url ?? ''];
    if (listener) listener(request, response);
    else response.writeHead(404).end();
  };
const text =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(200, headers).end(body);
  };
const redirect =
  (location: string): RequestListener =>
  (_, response) => {
    response.writeHead(302, { Location: location }).end();
  };

function aReader(
  hosts: Readonly<Record<string, boolean>>,
  options: { resolve?: Resolve; limits?: Partial<ReaderLimits> } = {},
) {
  const listed: ListedHosts = new Map(Object.entries(hosts).map(([host, allowPrivate]) => [host, { allowPrivate }]));
  return new SourceReader({
    hosts: listed,
    resolve: options.resolve ?? LOOPBACK,
    limits: { ...LIMITS, ...options.limits },
    stopping: new AbortController().signal,
  });
}

describe('reads', () => {
  it('what a listed host serves, packed or not, and says who asks', async () => {
    const { asked, port } = await serve(
      paths({ '/plain': text('plain – کوئٹہ'), '/packed': text(gzipSync('packed'), { 'Content-Encoding': 'gzip' }) }),
    );
    const reader = aReader({ [`news.example:${port}`]: true });
    expect((await reader.read(`http://news.example:${port}/plain`, '*/*'))?.text).toBe('plain – کوئٹہ');
    expect((await reader.read(`http://news.example:${port}/packed`, '*/*'))?.text).toBe('packed');
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/plain', '/packed']);
    expect(new Set(asked.map(({ agent }) => agent))).toEqual(new Set(['CorridorWatch/1']));
  });

  it('nothing that did not change', async () => {
    const listener: RequestListener = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { ETag: '"1"', 'Last-Modified': 'Mon, 26 May 2025 10:00:00 GMT' }).end('text');
    };
    const { port } = await serve(paths({ '/feed': listener }));
    const reader = aReader({ [`news.example:${port}`]: true });
    const first = await reader.read(`http://news.example:${port}/feed`, '*/*');
    expect(first).toEqual({ text: 'text', etag: '"1"', lastModified: 'Mon, 26 May 2025 10:00:00 GMT' });
    expect(await reader.read(`http://news.example:${port}/feed`, '*/*', { known: first })).toBeNull();
  });

  it('hosts one request after the other, with the gap that robots.txt wants', async () => {
    const { port } = await serve(
      paths({ '/robots.txt': text('User-agent: *\nCrawl-delay: 0.3'), '/a': text('a'), '/b': text('b') }),
    );
    const reader = aReader({ [`news.example:${port}`]: true });
    await reader.read(`http://news.example:${port}/a`, '*/*');
    const start = performance.now();
    await reader.read(`http://news.example:${port}/b`, '*/*');
    expect(performance.now() - start).toBeGreaterThan(200);
  });

  it('from the address that was checked: a name is looked up once for each request, by nothing else', async () => {
    const { asked, port } = await serve(paths({ '/a': text('a') }));
    const looked: string[] = [];
    const resolve: Resolve = (name) => {
      looked.push(name);
      return LOOPBACK(name);
    };
    await aReader({ [`no-such-name.invalid:${port}`]: true }, { resolve }).read(
      `http://no-such-name.invalid:${port}/a`,
      '*/*',
    );
    expect(asked).toHaveLength(2);
    expect(looked).toEqual(['no-such-name.invalid', 'no-such-name.invalid']);
  });

  it('what a redirect among listed hosts leads to', async () => {
    const target = await serve(paths({ '/b': text('b') }));
    const { port } = await serve(paths({ '/a': redirect(`http://www.example:${target.port}/b`) }));
    const reader = aReader({ [`news.example:${port}`]: true, [`www.example:${target.port}`]: true });
    expect((await reader.read(`http://news.example:${port}/a`, '*/*'))?.text).toBe('b');
  });
});

describe('refuses', () => {
  const big = 'x'.repeat(150_000);
  it.each<[string, RequestListener, RegExp, boolean]>([
    ['a host that fails', (_, response) => void response.writeHead(500).end(), /^it answers with status 500$/, false],
    [
      'a page that is not there',
      (_, response) => void response.writeHead(404).end(),
      /^it answers with status 404$/,
      true,
    ],
    ['a host that hangs', () => undefined, /did not answer in time$/, false],
    ['one that sends a byte now and then', (_, response) => void response.writeHead(200).write('x'), /in time$/, false],
    ['what is too long', text(big), /^it is longer than 0 MB$/, true],
    [
      'what is too long unpacked',
      text(gzipSync('x'.repeat(10_000_000)), { 'Content-Encoding': 'gzip' }),
      /unpacked$/,
      true,
    ],
    ['what is packed wrongly', text('no gzip', { 'Content-Encoding': 'gzip' }), /packed wrongly, or cut off$/, false],
    [
      'what is cut off',
      text(gzipSync(big).subarray(0, 50), { 'Content-Encoding': 'gzip' }),
      /packed wrongly, or cut off$/,
      false,
    ],
    ['an unknown packing', text('x', { 'Content-Encoding': 'zstd' }), /packed as zstd, which was not asked for$/, true],
    [
      'an unlisted host',
      redirect('http://elsewhere.example/'),
      /^it redirects to elsewhere\.example, a host that SOURCES/,
      true,
    ],
    ['another protocol', redirect('file:///etc/passwd'), /^it redirects to file:, which is not http\(s\)$/, true],
    ['a circle', redirect('/a'), /^it redirects more than 5 times$/, true],
    ['nowhere', (_, response) => void response.writeHead(302).end(), /^it redirects to nowhere$/, true],
  ])('%s', async (_, listener, reason, isLasting) => {
    const { port } = await serve(paths({ '/a': listener }));
    const reading = aReader({ [`news.example:${port}`]: true }).read(`http://news.example:${port}/a`, '*/*');
    await expect(reading).rejects.toMatchObject({
      name: 'SourceFault',
      message: expect.stringMatching(reason),
      isLasting,
    });
  });

  it('private addresses: by name, by number, by one of several, and after a redirect by another name', async () => {
    const { asked, port } = await serve(paths({ '/a': text('secret') }));
    const front = await serve(paths({ '/a': redirect(`http://sneaky.example:${port}/a`) }));
    const hosts = { [`127.0.0.1:${port}`]: false, [`[::1]:${port}`]: false, [`sneaky.example:${port}`]: false };
    const reader = aReader({ ...hosts, [`front.example:${front.port}`]: true });
    for (const address of [
      `http://sneaky.example:${port}/a`,
      `http://127.0.0.1:${port}/a`,
      `http://0x7f.1:${port}/a`,
      `http://[::1]:${port}/a`,
      `http://front.example:${front.port}/a`,
    ]) {
      await expect(reader.read(address, '*/*'), address).rejects.toThrow(/private address (127\.0\.0\.1|::1)/);
    }
    const both: Resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ];
    const mixed = aReader(hosts, { resolve: both }).read(`http://sneaky.example:${port}/a`, '*/*');
    await expect(mixed).rejects.toThrow(/private address 169\.254\.169\.254/);
    expect(asked).toEqual([]);
  });

  it('what robots.txt forbids, also where a redirect leads, and everything while robots.txt fails', async () => {
    const rules = 'User-agent: *\nDisallow:\n\nUser-agent: corridorwatch\nDisallow: /private/\nAllow: /private/open';
    const { asked, port } = await serve(
      paths({
        ...{ '/robots.txt': text(rules), '/private/a': text('x'), '/private/open': text('open') },
        '/moved': redirect('/private/a'),
      }),
    );
    const broken = await serve((_, response) => void response.writeHead(503).end());
    const reader = aReader({ [`news.example:${port}`]: true, [`broken.example:${broken.port}`]: true });
    const forbidden = { message: 'robots.txt of the host forbids it', isLasting: true };
    await expect(reader.read(`http://news.example:${port}/private/a`, '*/*')).rejects.toMatchObject(forbidden);
    await expect(reader.read(`http://news.example:${port}/moved`, '*/*')).rejects.toMatchObject(forbidden);
    expect((await reader.read(`http://news.example:${port}/private/open`, '*/*'))?.text).toBe('open');
    expect(asked.map(({ path }) => path)).not.toContain('/private/a');
    await expect(reader.read(`http://broken.example:${broken.port}/a`, '*/*')).rejects.toMatchObject({
      message: 'robots.txt cannot be read, so nothing is: it answers with status 503',
      isLasting: false,
    });
    expect(broken.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  it('a host that cannot be reached, and a name that there is not', async () => {
    const { port, close } = await serve(() => undefined);
    await close();
    const gone = aReader({ [`news.example:${port}`]: true });
    await expect(gone.read(`http://news.example:${port}/a`, '*/*')).rejects.toThrow(/refuses connections/);
    const nameless: Resolve = async () => {
      throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    };
    const lost = aReader({ 'news.example': false }, { resolve: nameless });
    await expect(lost.read('https://news.example/a', '*/*')).rejects.toThrow(/its name is not known/);
    expect(lost.isListed('https://news.example/x')).toBe(true);
    expect(lost.isListed('https://news.example:8443/x')).toBe(false);
    await expect(lost.read('https://other.example/a', '*/*')).rejects.toThrow(/^other\.example, a host that SOURCES/);
  });
});
