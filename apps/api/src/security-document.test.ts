import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);

it('every test that docs/security.md names is there', async () => {
  const text = await readFile(new URL('docs/security.md', ROOT), 'utf8');
  const named = [...text.matchAll(/^ {2}- `([^`]+)`: “(.+)”$/gm)].map(([, file = '', name = '']) => ({ file, name }));
  expect(named.length).toBeGreaterThan(40);
  for (const { file, name } of named) {
    const source = await readFile(new URL(file, ROOT), 'utf8');
    expect(source.includes(`'${name}'`), `${file}: ${name}`).toBe(true);
  }
});
