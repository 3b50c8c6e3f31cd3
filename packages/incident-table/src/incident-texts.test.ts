import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IncidentTexts, TEXT_FIELDS } from './incident-texts.ts';

test('texts come back as they were added, across chunks, read in between or not', () => {
  const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', 'señor', '\uFEFFmark', '爆炸 🎉', 'plain'));
  const readsAt = fc.uniqueArray(fc.nat(16_600), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 3, maxLength: 12 }), readsAt, (pool, reads) => {
      const texts = new IncidentTexts();
      const added = Array.from({ length: 16_600 }, (_, index) => ({
        id: `i${index}`,
        title: pool[index % pool.length] ?? '',
        summary: pool[(index * 7) % pool.length] ?? '',
      }));
      added.forEach((each, index) => {
        expect(texts.add(index + 1, each)).toBe(index);
        if (reads.includes(index)) expect(texts.text(index, 'title')).toBe(each.title);
      });
      for (const handle of [0, 1, 63, 64, 65, 16_383, 16_384, 16_385, 16_599, ...reads]) {
        const each = added[handle] ?? { id: 'none', title: '', summary: '' };
        if (handle >= 16_600) continue;
        for (const field of TEXT_FIELDS) expect(texts.text(handle, field)).toBe(each[field]);
      }
    }),
    { seed: 51, numRuns: 5 },
  );
});

test('the key of an id is that of its last record', () => {
  const texts = new IncidentTexts();
  const add = (key: number, id: string) => texts.add(key, { id, title: '', summary: '' });
  expect(texts.keyOf('a')).toBeUndefined();
  for (let index = 1; index <= 3000; index++) add(index, `i${index}`);
  expect([texts.keyOf('i1'), texts.keyOf('i3000'), texts.keyOf('i3001')]).toEqual([1, 3000, undefined]);
  add(5000, 'i17');
  for (let index = 3001; index <= 9000; index++) add(index, `i${index}`);
  expect([texts.keyOf('i17'), texts.keyOf('i18'), texts.keyOf('i9000'), texts.size]).toEqual([5000, 18, 9000, 9001]);
});

test('ids compare as texts do', () => {
  const ids = ['a', 'a-1', 'b', 'ab', 'a.1', 'a:9', 'a_z', '0', 'a'];
  const texts = new IncidentTexts();
  const handles = ids.map((id, index) => texts.add(index + 1, { id, title: '', summary: '' }));
  for (const first of handles) {
    for (const second of handles) {
      const [a = '', b = ''] = [ids[first], ids[second]];
      expect(Math.sign(texts.compareIds(first, second))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }
  }
});

test('a handle that was never given is refused', () => {
  expect(() => new IncidentTexts().text(0, 'id')).toThrow(/below 0/);
});
