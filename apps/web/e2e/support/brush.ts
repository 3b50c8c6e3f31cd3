import type { Page } from 'playwright-core';

/** Drags over the timeline's months of a year, from the middle of January's bar to the middle of December's. */
export async function brushYear(page: Page, year: number): Promise<void> {
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const [first, last] = ['First day of the period', 'Last day of the period'].map((name) =>
    timeline.getByRole('slider', { name }),
  );
  const [from, to] = [
    await first?.locator('line').first().boundingBox(),
    await last?.locator('line').first().boundingBox(),
  ];
  if (!first || !from || !to) throw new Error('the timeline has no handles');
  const firstYear = Number((await first.getAttribute('aria-valuetext'))?.slice(-4));
  const bars = Number(await first.getAttribute('aria-valuemax')) + 1;
  const middleOf = (bar: number) => from.x + ((to.x - from.x) * (bar + 0.5)) / bars;
  const january = (year - firstYear) * 12;
  const y = from.y + from.height / 4;
  await page.mouse.move(middleOf(january), y);
  await page.mouse.down();
  await page.mouse.move(middleOf(january + 11), y, { steps: 10 });
  await page.mouse.up();
}
