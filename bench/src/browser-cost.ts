import type { Locator, Page } from 'playwright-core';
import { TIMING_COLUMNS, timingCells } from './format-figures.ts';
import { formatTable } from './format-table.ts';
import { summarise, type Timing } from './measure.ts';
import { type ScreenChange, timeChange } from './watched-page.ts';

/** What a filter change costs in the browser, from the input event. */
export interface BrowserCost {
  readonly name: string;
  readonly held: Timing;
  readonly count: Timing;
  readonly screen: Timing;
}

const WARM_UP = 2;
const REPETITIONS = 15;

/**
 * Clicks, presses keys and drags on the map page. No filter comes twice, as the page remembers answers for a while. What a
 * key or a press would ask next the page asks before, while it rests; what a drag asks nobody knows before.
 */
export async function measureBrowserCost(page: Page): Promise<readonly BrowserCost[]> {
  const types = page.getByRole('complementary', { name: 'Filters' }).getByRole('checkbox');
  return [
    await measureChanges(page, 'event type on and off', (turn) => press(page, types.nth(grayBit(turn)))),
    await measureChanges(page, 'brush by a key', async () => {
      await sliderOf(page, 'Last').focus();
      await page.keyboard.press('ArrowLeft');
    }),
    await measureDrag(page),
  ];
}

function sliderOf(page: Page, end: 'First' | 'Last'): Locator {
  return page.getByRole('slider', { name: `${end} day of the period` });
}

/** Drags the first day of the period, a bar each time. */
async function measureDrag(page: Page): Promise<BrowserCost> {
  const first = await placeOf(sliderOf(page, 'First'));
  const last = await placeOf(sliderOf(page, 'Last'));
  const barWidth = (last.x - first.x) / (last.bar + 1 - first.bar);
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  const cost = await measureChanges(page, 'drag by a bar', (turn) =>
    page.mouse.move(first.x + (turn + 1) * barWidth, first.y),
  );
  await page.mouse.up();
  return cost;
}

async function placeOf(slider: Locator): Promise<{ readonly x: number; readonly y: number; readonly bar: number }> {
  const box = await slider.boundingBox();
  if (!box) throw new Error('Expected the end of the period on the screen');
  const bar = Number(await slider.getAttribute('aria-valuenow'));
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, bar };
}

/** A pointer comes to rest on a thing before it presses it. */
const REST_MS = 100;

/** Presses with the mouse alone: what a test driver does round a click of its own would be timed with it. */
async function press(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('Expected what is to be pressed on the screen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(REST_MS);
  await page.mouse.down();
  await page.mouse.up();
}

const BRUSH_STEPS = 30;
const FRAME_MS = 16;

/** Moves the last day of the period and back, a step a frame, as a hand does that waits for nothing. */
export async function brush(page: Page): Promise<void> {
  await sliderOf(page, 'Last').focus();
  for (let step = 0; step < 2 * BRUSH_STEPS; step++) {
    await page.keyboard.press(step < BRUSH_STEPS ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForTimeout(FRAME_MS);
  }
}

async function measureChanges(page: Page, name: string, act: (turn: number) => Promise<void>): Promise<BrowserCost> {
  const changes: ScreenChange[] = [];
  for (let turn = 0; turn < WARM_UP + REPETITIONS; turn++) {
    const change = await timeChange(page, () => act(turn));
    if (turn >= WARM_UP) changes.push(change);
  }
  return {
    name,
    held: summarise(changes.map(({ held }) => held)),
    count: summarise(changes.map(({ count }) => count)),
    screen: summarise(changes.map(({ screen }) => screen)),
  };
}

/**
 * Which of five switches to turn over next, so that no setting comes again within 31 turns: the reflected binary code
 * (F. Gray, US patent 2632058) changes the bit that counts the trailing zeros of the turn.
 */
export function grayBit(turn: number): number {
  return 31 - Math.clz32((turn + 1) & -(turn + 1));
}

export function formatBrowserCosts(title: string, costs: readonly BrowserCost[]): string {
  return formatTable(
    [title, ...TIMING_COLUMNS],
    costs.flatMap(({ name, held, count, screen }) => [
      [`${name}: count in the document`, ...timingCells(held)],
      [`${name}: count painted`, ...timingCells(count)],
      [`${name}: whole screen`, ...timingCells(screen)],
    ]),
  );
}
