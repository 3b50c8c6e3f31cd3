import { describe, expect, it } from 'vitest';
import { driveDashboard } from './support/dashboard.ts';
import { findViolations } from './support/find-violations.ts';

const RECORD = 'incident=2024-10-06-karachi-airport';
const PATHS = [
  '/map',
  `/map?${RECORD}`,
  '/regions',
  '/regions?openRegion=Kech',
  '/sites',
  '/sites?openSite=gwadar-port',
  '/trends',
  '/incidents',
  `/incidents?${RECORD}`,
];
const SCREENS = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
  { width: 1024, height: 768, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'light' },
] as const;

const dashboard = driveDashboard();

describe.each(SCREENS)('at $width×$height, $colorScheme', ({ width, height, colorScheme }) => {
  it.each(PATHS)('%s is accessible and fits its width', async (path) => {
    const page = await dashboard.open(path, { viewport: { width, height }, colorScheme });
    await page.waitForLoadState('networkidle');
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
