import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { recogniseFormat } from './recognise-format.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([
  ['acled/fixtures/acled.csv', 'acled'],
  ['acled/fixtures/acled-old.csv', 'acled'],
  ['ucdp/fixtures/ucdp.csv', 'ucdp'],
  ['ucdp/fixtures/ucdp-old.csv', 'ucdp'],
  ['gtd/fixtures/gtd.csv', 'gtd'],
  ['own/fixtures/own.csv', 'own'],
  ['mapped/fixtures/partner.csv', 'table'],
  ['geojson/fixtures/own-map.geojson', 'geojson'],
] as const)('recognises %s by its first bytes as %s', async (path, format) => {
  const bytes = await readFile(new URL(path, import.meta.url));
  expect(recogniseFormat(bytes.subarray(0, 4096))).toBe(format);
});

it.each([
  ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'zip'],
  ['nothing', utf8(''), 'unknown'],
  ['a page', utf8('<!doctype html><p>a, b, c</p>\n<p>d, e, f</p>'), 'unknown'],
  ['JSON of another kind', utf8('{"rows": [1, 2]}'), 'unknown'],
  ['bytes', new Uint8Array([0, 1, 2, 44, 0, 44]), 'unknown'],
  ['a single column', utf8('id\n1\n'), 'unknown'],
] as const)('takes %s for what it is', (_, bytes, format) => {
  expect(recogniseFormat(bytes)).toBe(format);
});
