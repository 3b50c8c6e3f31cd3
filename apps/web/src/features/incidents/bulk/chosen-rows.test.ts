import { describe, expect, it } from 'vitest';
import { chooseAll, chooseRange, MAX_CHOSEN, NONE_CHOSEN, toggleRow } from './chosen-rows.ts';
import { readVersions } from './read-versions.ts';

const rowAt = (index: number) => (index < 10 ? { id: `r${index}`, title: `Row ${index}` } : undefined);
const row = (index: number) => ({ id: `r${index}`, title: `Row ${index}` });
const ids = ({ titles }: { titles: ReadonlyMap<string, string> }) => [...titles.keys()];

describe('choosing rows', () => {
  it('chooses a row and gives it up again', () => {
    const one = toggleRow(NONE_CHOSEN, row(3), 3);
    expect(ids(one)).toEqual(['r3']);
    expect(ids(toggleRow(one, row(3), 3))).toEqual([]);
  });

  it('chooses a range from the row last touched, in either direction, as far as rows are at hand', () => {
    expect(ids(chooseRange(toggleRow(NONE_CHOSEN, row(5), 5), 3, rowAt)).sort()).toEqual(['r3', 'r4', 'r5']);
    expect(ids(chooseRange(toggleRow(NONE_CHOSEN, row(8), 8), 12, rowAt))).toEqual(['r8', 'r9']);
    expect(ids(chooseRange(NONE_CHOSEN, 2, rowAt))).toEqual(['r2']);
  });

  it('never chooses more than one request can change', () => {
    const many = chooseAll(Array.from({ length: MAX_CHOSEN + 5 }, (_, index) => row(index)));
    expect(many.titles.size).toBe(MAX_CHOSEN);
    expect(toggleRow(many, { id: 'other', title: '' }, 0).titles.size).toBe(MAX_CHOSEN);
  });
});

it('reads the version of each record once, a few at a time, in the order of the ids', async () => {
  let [open, most] = [0, 0];
  const asked: string[] = [];
  const wanted = Array.from({ length: 20 }, (_, index) => `r${index}`);
  const versions = await readVersions(wanted, async (id) => {
    asked.push(id);
    most = Math.max(most, ++open);
    await Promise.resolve();
    open--;
    return { id, version: Number(id.slice(1)) + 1 };
  });
  expect(versions).toEqual(wanted.map((id, index) => ({ id, version: index + 1 })));
  expect(asked.toSorted()).toEqual(wanted.toSorted());
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(20);
});
