import type { TestProject } from 'vitest/node';
import { type Chromium, findChromium } from './find-chromium.ts';
import { startServer } from './start-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that every journey uses: `launchBrowser(inject('chromium'))`. */
    chromium: Chromium;
    /** The server that the journeys share: none of them changes its data. */
    serverUrl: string;
  }
}

/** Finds the browser and starts one server for all journeys; what it returns ends it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', await findChromium());
  const server = await startServer();
  project.provide('serverUrl', server.url);
  return server.stop;
}
