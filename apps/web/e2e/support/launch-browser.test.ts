import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from './launch-browser.ts';

const PAGE = `<!doctype html><title>Page</title><img src="/missing.png" alt="">
<script>
  console.error('written to the console');
  fetch('http://tiles.example/1.png').catch(() => {});
  new WebSocket('ws://live.example/');
  setTimeout(() => { throw new Error('caught by nobody'); });
</script>`;

let server: Server;
let url: string;
let browser: TestBrowser;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.statusCode = request.url === '/' ? 200 : 404;
    response.setHeader('content-type', 'text/html').end(request.url === '/' ? PAGE : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

it('reports console errors, uncaught exceptions and requests that would leave the machine', async () => {
  const { page, errors, outsideRequests, close } = await browser.open();
  await page.goto(url, { waitUntil: 'networkidle' });
  await expect.poll(() => errors.join('\n')).toContain('caught by nobody');
  expect(errors.join('\n')).toContain('written to the console');
  expect([...outsideRequests].sort()).toEqual(['http://tiles.example/1.png', 'ws://live.example/']);
  await close();
});

it('keeps what one page did apart from the next', async () => {
  const first = await browser.open();
  await first.page.goto(url, { waitUntil: 'networkidle' });
  const second = await browser.open();
  await second.page.goto('about:blank');
  expect(first.errors.length).toBeGreaterThan(0);
  expect(second.errors).toEqual([]);
  expect(second.outsideRequests).toEqual([]);
});
