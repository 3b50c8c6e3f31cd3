import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { mapAcled } from './acled/map-acled.ts';
import { mapGtd } from './gtd/map-gtd.ts';
import { aContext } from './testing/a-context.ts';
import { mapText } from './testing/read-text.ts';
import { mapUcdp } from './ucdp/map-ucdp.ts';

/** Each file of made-up rows beside the records and issues that it must give; `vitest -u` writes them anew. */
const FILES = [
  ['acled/fixtures/acled.csv', mapAcled],
  ['acled/fixtures/acled-old.csv', mapAcled],
  ['ucdp/fixtures/ucdp.csv', mapUcdp],
  ['ucdp/fixtures/ucdp-old.csv', mapUcdp],
  ['gtd/fixtures/gtd.csv', mapGtd],
] as const;

describe('golden files', () => {
  it.each(FILES)('%s gives the records and issues that were agreed on', async (name, map) => {
    const bytes = await readFile(new URL(`./${name}`, import.meta.url));
    const context = aContext();
    const { records, issues } = await mapText(name, bytes, (row) => map(row, context));
    const golden = new URL(`./${name.replace('.csv', '.golden.json')}`, import.meta.url);
    await expect(`${JSON.stringify({ issues, records }, null, 1)}\n`).toMatchFileSnapshot(golden.pathname);
  });
});
