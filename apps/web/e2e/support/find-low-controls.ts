import type { Locator } from 'playwright-core';

/** As high as a finger needs it. */
const TOUCH_PX = 40;
const CONTROLS = 'button, select, textarea, input:not([type=radio], [type=checkbox], [type=file])';

/** What can be pressed or typed into in a part of a phone's page and is less high than a finger needs, by its name. */
export async function findLowControls(part: Locator): Promise<string[]> {
  const controls = await part.locator(CONTROLS).all();
  const named = await Promise.all(
    controls.map(async (control) => {
      const name = (await control.getAttribute('aria-label')) ?? ((await control.textContent()) || 'a field');
      return { name, box: await control.boundingBox() };
    }),
  );
  return named.flatMap(({ box, name }) => (box && box.height < TOUCH_PX ? [`${name}: ${box.height} px`] : []));
}
