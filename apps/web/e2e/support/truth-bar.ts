import type { Page } from 'playwright-core';

export interface Truth {
  readonly matched: number;
  readonly located: number;
  readonly unlocated: number;
}

/** The figures of the truth bar; where it does not speak of incidents without a place, there are none. */
export async function readTruth(page: Page): Promise<Truth> {
  const figure = async (part: string) => {
    const texts = await page.locator(`[data-testid=truth-bar] [data-part=${part}] b`).allTextContents();
    return Number(texts[0]?.replaceAll(',', '') ?? 0);
  };
  return { matched: await figure('matched'), located: await figure('located'), unlocated: await figure('unlocated') };
}

/** The whole line as a reader sees it. */
export async function readTruthLine(page: Page): Promise<string | null> {
  return page.getByRole('status', { name: 'What is counted' }).textContent();
}
