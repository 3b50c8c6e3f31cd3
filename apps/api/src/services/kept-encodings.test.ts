import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { KeptEncodings } from './kept-encodings.ts';

/** Encodes a text and counts how often. */
function counted(text: string) {
  let count = 0;
  return {
    encode: () => {
      count++;
      return new TextEncoder().encode(text);
    },
    count: () => count,
  };
}

it('encodes once for each revision, however many ask at the same time', async () => {
  const kept = new KeptEncodings();
  const first = counted('first');
  const [one, two] = await Promise.all([kept.get('table', 1, first.encode), kept.get('table', 1, first.encode)]);
  expect([first.count(), one === two, one.plainBytes, gunzipSync(one.gzip).toString()]).toEqual([1, true, 5, 'first']);
  const second = counted('second');
  expect(gunzipSync((await kept.get('table', 2, second.encode)).gzip).toString()).toBe('second');
});

it('drops what belongs to an older revision, and keeps nothing for one', async () => {
  const kept = new KeptEncodings();
  const old = counted('old');
  await kept.get('table', 1, old.encode);
  await kept.get('other', 2, counted('new').encode);
  await kept.get('table', 1, old.encode);
  await kept.get('table', 1, old.encode);
  expect(old.count()).toBe(3);
});

it('tries again after a failure', async () => {
  const kept = new KeptEncodings();
  const fail = () => {
    throw new RangeError('broken');
  };
  await expect(kept.get('table', 1, fail)).rejects.toThrow('broken');
  expect((await kept.get('table', 1, counted('whole').encode)).plainBytes).toBe(5);
});

it('keeps a bounded number of names, the newest', async () => {
  const kept = new KeptEncodings();
  const first = counted('first');
  await kept.get('first', 1, first.encode);
  for (let name = 0; name < 40; name++) await kept.get(`${name}`, 1, counted('x').encode);
  await kept.get('first', 1, first.encode);
  expect(first.count()).toBe(2);
});
