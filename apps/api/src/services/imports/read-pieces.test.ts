import { loadPortfolio } from '@corridor/cpec-data';
import { createBoundaries } from '@corridor/geography';
import { expect, it } from 'vitest';
import { aUcdpFile } from '../../testing/ucdp-file.ts';
import { createImportContext } from './create-import-context.ts';
import { type ReadPiece, readPieces } from './read-pieces.ts';

const portfolio = await loadPortfolio();
const { basemap, info } = portfolio;
const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
const context = { ...createImportContext(portfolio, boundaries), targets: new Set<string>() };

/** Reads a file that comes in parts of so many bytes. */
function read(text: string, partBytes: number): AsyncGenerator<ReadPiece> {
  const bytes = Buffer.from(text);
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes);
  }
  return readPieces({ name: 'events.csv', size: bytes.length, mapping: null, pieces: parts }, context);
}

async function all(pieces: AsyncGenerator<ReadPiece>): Promise<readonly ReadPiece[]> {
  const held: ReadPiece[] = [];
  for await (const piece of pieces) held.push(piece);
  return held;
}

const EVENTS = Array.from({ length: 5000 }, (_, index) => ({ id: String(index + 1) }));

it('makes pieces of at most a thousand rows, the same ones each time, and loses none', async () => {
  const file = aUcdpFile(EVENTS);
  const pieces = await all(read(file, 40_000));
  expect(Math.max(...pieces.map(({ rows }) => rows))).toBeLessThanOrEqual(1000);
  expect(pieces.length).toBeLessThan(12);
  expect(pieces.flatMap(({ records }) => records.map(({ record }) => record.id))).toEqual(
    EVENTS.map(({ id }) => `ucdp-${id}`),
  );
  expect(pieces.at(-1)?.bytesDone).toBe(file.length);
  expect(pieces.map(({ bytesDone }) => bytesDone)).toEqual(
    pieces.map(({ bytesDone }) => bytesDone).toSorted((a, b) => a - b),
  );
  const again = await all(read(file, 40_000));
  expect(again.map(({ rows }) => rows)).toEqual(pieces.map(({ rows }) => rows));
});

it('holds no more of large rows than half a megabyte and a row', async () => {
  const large = aUcdpFile(EVENTS.slice(0, 60).map((event) => ({ ...event, where_description: 'far '.repeat(20_000) })));
  const pieces = await all(read(large, 65_536));
  expect(pieces.reduce((sum, { rows }) => sum + rows, 0)).toBe(60);
  expect(Math.max(...pieces.map(({ rows }) => rows))).toBeLessThanOrEqual(8);
});

it('lets others have their turn while it makes a piece', async () => {
  let turns = 0;
  const turning = setInterval(() => turns++);
  const first = await read(aUcdpFile(EVENTS.slice(0, 1000)), 10_000).next();
  clearInterval(turning);
  expect(first.value?.rows).toBeGreaterThan(500);
  expect(turns).toBeGreaterThan(4);
});
