import type { Filter, Incident, Query } from '@corridor/domain';
import { IncidentTable } from '@corridor/incident-table';
import { createMadeUpGeography, createSeededIncidents } from '@corridor/incident-table/testing';
import { describe, expect, it } from 'vitest';
import { MemoryEngine } from './memory-engine.ts';

const geography = createMadeUpGeography();
const incidents = createSeededIncidents({ count: 300, seed: 11, geography });
const table = IncidentTable.fromIncidents(incidents, 4);
const notAsked = () => Promise.reject(new Error('not asked here'));
/** All on its own. */
const indexed = new MemoryEngine({
  table,
  geography,
  store: { textMatches: notAsked, keysOfOrigins: notAsked },
  sqlEngine: { answer: notAsked, match: notAsked },
});

/** An engine that leaves texts to others above a number of rows, and what it asked of them. */
function engineWith(maxIndexedRows: number) {
  const asked: string[] = [];
  const store = {
    async textMatches(text: string) {
      asked.push(text);
      const found = incidents.flatMap(({ title }: Incident, index) => (hasWord(title, text) ? index + 1 : []));
      return { revision: 4, keys: Uint32Array.from(found) };
    },
    keysOfOrigins: notAsked,
  };
  const sqlEngine = {
    answer: (query: Query) => {
      asked.push(`sorted by ${query.page?.sort.by}`);
      return indexed.answer(query);
    },
    match: notAsked,
  };
  return { asked, engine: new MemoryEngine({ table, geography, store, sqlEngine, maxIndexedRows }) };
}

const hasWord = (title: string, text: string) =>
  title
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.startsWith(text));

describe('a large table', () => {
  it('has the store look for words, once for each text, and filters by what it found', async () => {
    const { asked, engine } = engineWith(100);
    const words = [...new Set(incidents.flatMap(({ title }) => title.toLowerCase().match(/\p{L}{4,}/gu) ?? []))];
    const filters = words.slice(0, 6).map((q): Filter => ({ q, minSeverity: 2 }));
    const answers = await Promise.all([...filters, ...filters].map((filter) => engine.answer({ filter })));
    answers.forEach(({ totals }, index) => {
      const filter = filters[index % filters.length];
      const wanted = incidents.filter(({ title }) => hasWord(title, filter?.q ?? ''));
      expect(totals.matched).toBeLessThanOrEqual(wanted.length);
    });
    expect(asked).toEqual(words.slice(0, 6));
    const [word = ''] = words;
    const { keys } = await engine.textMatches(word);
    expect([...keys]).toEqual(incidents.flatMap(({ title }, index) => (hasWord(title, word) ? index + 1 : [])));
  });

  it('has the database sort by title', async () => {
    const { asked, engine } = engineWith(100);
    const page = { sort: { by: 'title', descending: false }, offset: 0, limit: 10 } as const;
    expect(await engine.answer({ filter: {}, page })).toEqual(await indexed.answer({ filter: {}, page }));
    expect(asked).toEqual(['sorted by title']);
    await engine.answer({ filter: {}, page: { ...page, sort: { by: 'killed', descending: true } } });
    expect(asked).toHaveLength(1);
  });
});

describe('a small table', () => {
  it('asks nobody', async () => {
    const { asked, engine } = engineWith(300);
    const { keys, revision } = await engine.textMatches('attack');
    expect(revision).toBe(4);
    expect([...keys]).toEqual([...keys].sort((a, b) => a - b));
    expect(asked).toEqual([]);
  });
});
