import { expect, it } from 'vitest';
import { askSummary } from './support/ask-api.ts';
import { driveDashboard } from './support/dashboard.ts';

const TITLE = "China's assistant foreign minister discusses security with Balochistan delegation";

const dashboard = driveDashboard();

it('marks the meeting of 26 May 2025 on the timeline as a development, and counts it in no bar', async () => {
  const page = await dashboard.open('/map');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const readout = timeline.getByTestId('timeline-readout');
  const ticks = timeline.getByRole('slider', { name: /^Developments/ });
  await ticks.press('End');
  while (!(await ticks.getAttribute('aria-valuetext'))?.includes(TITLE)) {
    expect(Number(await ticks.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
    await ticks.press('ArrowLeft');
  }
  expect(await ticks.getAttribute('aria-valuetext')).toContain('26 May 2025');
  expect(await readout.textContent()).toContain(`26 May 2025 ${TITLE}`);

  const tick = await ticks.locator('line[data-active]').boundingBox();
  await ticks.blur();
  await readout.filter({ hasText: TITLE }).waitFor({ state: 'detached' });
  if (!tick) throw new Error('the tick is not drawn');
  await page.mouse.move(tick.x + tick.width / 2, tick.y + tick.height / 2);
  await readout.filter({ hasText: TITLE }).waitFor();

  const may = await askSummary('from=2025-05-01&to=2025-05-31&group=type');
  const developments = may.groups.type?.find(({ key }) => key === 'Strategic developments')?.count ?? 0;
  expect(developments).toBeGreaterThan(0);
  const bar = timeline.getByRole('row', { name: /^May 2025/ }).getByRole('cell');
  const [, ...counts] = await bar.allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(may.matched - developments);
});
