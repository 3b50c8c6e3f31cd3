import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type Chromium, findChromium } from './find-chromium.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const LOCAL_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A page in a browser profile of its own, and what it did that it should not have done. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console and exceptions that nobody caught, in order. */
  readonly errors: readonly string[];
  /** Addresses of requests that would have left this machine; each was stopped. */
  readonly outsideRequests: readonly string[];
  close(): Promise<void>;
}

export interface OpenBrowserOptions extends BrowserContextOptions {
  /** Lets the browser keep what it fetched, as a reader's does; then nothing tells of requests that leave the machine. */
  readonly keepsCache?: boolean;
}

export interface TestBrowser {
  open(options?: OpenBrowserOptions): Promise<WatchedPage>;
  close(): Promise<void>;
}

export async function launchBrowser(found?: Chromium): Promise<TestBrowser> {
  const { executablePath, env } = found ?? (await findChromium());
  const browser = await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } });
  return {
    open: async ({ keepsCache = false, ...options } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
      const outsideRequests: string[] = [];
      // To watch requests switches the browser's cache off, and sends each past the test first.
      if (!keepsCache) await stopOutside(context, outsideRequests);
      const errors: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      context.on('weberror', (thrown) => errors.push(String(thrown.error())));
      return { page: await context.newPage(), errors, outsideRequests, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

/** Stops what would leave this machine, and notes it in `stopped`. */
async function stopOutside(context: BrowserContext, stopped: string[]): Promise<void> {
  await context.route(leavesTheMachine, async (route) => {
    stopped.push(route.request().url());
    await route.abort();
  });
  await context.routeWebSocket(leavesTheMachine, async (socket) => {
    stopped.push(socket.url());
    await socket.close();
  });
}

/** Data and blob addresses have no host and stay within the page. */
function leavesTheMachine(url: URL): boolean {
  return url.hostname !== '' && !LOCAL_HOSTS.has(url.hostname);
}
