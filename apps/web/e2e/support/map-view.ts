import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE_MS } from './dashboard.ts';
import { addressOf } from './page-filter.ts';

const TILE_PX = 256;

/** The map's element, which takes the pointer and the arrow keys. */
const mapOf = (page: Page) => page.getByRole('group', { name: /^Map: arrow keys/ });

/** Moves the map with the mouse and waits until the address says where it looks. */
export async function dragMap(page: Page, byX: number, byY: number): Promise<void> {
  const { x, y, width, height } = await boxOfMap(page);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + byX, y + height / 2 + byY, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => addressOf(page).get('at'), { timeout: PATIENCE_MS }).not.toBeNull();
}

/** Presses "Zoom in" and waits until the address says so; where the map looks it says already. */
export async function zoomIn(page: Page): Promise<void> {
  const before = positionOf(page).zoom;
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => positionOf(page).zoom, { timeout: PATIENCE_MS }).toBeGreaterThan(before);
}

function positionOf(page: Page) {
  const [longitude = 0, latitude = 0, zoom = 0] = (addressOf(page).get('at') ?? '').split(',').map(Number);
  return { longitude, latitude, zoom };
}

/** Clicks places on the map, given as longitude and latitude: Web Mercator round the centre that the address names. */
export async function clickPlaces(page: Page, places: readonly (readonly [number, number])[]): Promise<void> {
  const { longitude, latitude, zoom } = positionOf(page);
  const { x, y, width, height } = await boxOfMap(page);
  const world = TILE_PX * 2 ** zoom;
  const northing = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI);
  for (const [lon, lat] of places) {
    const byX = ((lon - longitude) / 360) * world;
    const byY = (northing(latitude) - northing(lat)) * world;
    expect(Math.abs(byX)).toBeLessThan(width / 2);
    expect(Math.abs(byY)).toBeLessThan(height / 2);
    await page.mouse.move(x + width / 2 + byX, y + height / 2 + byY, { steps: 4 });
    await page.mouse.down();
    await page.mouse.up();
  }
}

async function boxOfMap(page: Page) {
  const box = await mapOf(page).boundingBox();
  if (!box) throw new Error('the map is not on the screen');
  return box;
}
