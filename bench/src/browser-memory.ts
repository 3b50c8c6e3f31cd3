import type { Page } from 'playwright-core';
import { readProcessMemory } from './http/process-memory.ts';

/**
 * Bytes that the browser's page processes have in memory, workers included: all of them, as a browser may spread a page
 * over several. Null where the system does not tell.
 */
export async function readPageMemory(page: Page): Promise<number | null> {
  const browser = page.context().browser();
  if (!browser) return null;
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    const sizes = renderers.map(({ id }) => readProcessMemory(id)?.resident ?? 0);
    const sum = sizes.reduce((total, size) => total + size, 0);
    return sum === 0 ? null : sum;
  } finally {
    await session.detach();
  }
}
