import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from './schemas/problem-schema.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const PAGE = '<!doctype html><title>Dashboard</title>';
const SCRIPT = `console.log(${JSON.stringify('x'.repeat(3000))});`;

let folder: string;
let test: TestApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corridor-web-'));
  const webRoot = join(folder, 'dist');
  await mkdir(join(webRoot, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await writeFile(join(webRoot, 'index.html'), PAGE);
  await writeFile(join(webRoot, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(webRoot, 'assets', 'main-abc.js'), SCRIPT);
  await writeFile(join(webRoot, 'assets', 'main-abc.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(webRoot, 'assets', 'main-abc.js.gz'), gzipSync(SCRIPT));
  test = await openTestApp({ webRoot, tilesUrl: 'https://tiles.example.org/{z}/{x}/{y}.png' });
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the dashboard', () => {
  it.each(['/', '/map', '/incidents/some-id', '/sites/a.b/c', '/docs-of-mine'])('is the page at %s', async (path) => {
    const response = await test.app.request(path);
    expect([response.status, await response.text()]).toEqual([200, PAGE]);
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    expect(response.headers.get('Content-Type')).toMatch(/text\/html/);
  });

  it.each([
    ['br', 'br, gzip'],
    ['gzip', 'gzip'],
    [null, 'identity'],
  ])('serves an asset as %s to who takes %s, never to be asked for again', async (encoding, accepted) => {
    const response = await test.app.request('/assets/main-abc.js', { headers: { 'Accept-Encoding': accepted } });
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Content-Type')).toMatch(/javascript/);
    expect((await response.arrayBuffer()).byteLength > 0).toBe(true);
  });

  it('serves other files to be asked for anew', async () => {
    const response = await test.app.request('/favicon.svg');
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-cache']);
  });

  it.each(['/assets/gone-abc.js', '/assets', '/assets/', '/assets/gone', '/gone.png', '/v1/gone', '/v1', '/docs/gone'])(
    '%s is a 404 problem and no page',
    async (path) => {
      const response = await test.app.request(path);
      expect(response.status).toBe(404);
      expect(problemSchema.parse(await response.json()).code).toBe('not-found');
    },
  );

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%5c..%5c..%5csecret.txt',
  ])('never leaves its folder: %s', async (path) => {
    expect(await (await test.app.request(path)).text()).not.toContain('outside');
  });

  it('is only read', async () => {
    const response = await test.app.request('/map', { method: 'POST' });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    problemSchema.parse(await response.json());
  });

  it('may load tiles from where the operator said, and tells the dashboard', async () => {
    const response = await test.app.request('/');
    expect(response.headers.get('Content-Security-Policy')).toMatch(
      /img-src 'self' data: blob: https:\/\/tiles\.example\.org;/,
    );
    const portfolio: unknown = await (await test.app.request('/v1/portfolio')).json();
    expect(portfolio).toMatchObject({ tilesUrl: 'https://tiles.example.org/{z}/{x}/{y}.png' });
  });
});
