import { readFile as readBytes } from 'node:fs/promises';
import { readFile } from '../../read-file.ts';
import { aContext } from '../a-context.ts';
import { rowsOf } from '../read-text.ts';

const [ROWS, PIECE, REPETITIONS] = [60_000, 65_536, 3];
const FIXTURES = ['acled/fixtures/acled.csv', 'ucdp/fixtures/ucdp.csv', 'gtd/fixtures/gtd.csv', 'own/fixtures/own.csv'];

/** The rows of a fixture that give a record, over and over, each with an id of its own, as the pieces in which a file is read. */
async function piecesOf(path: string): Promise<readonly Uint8Array[]> {
  const bytes = new Uint8Array(await readBytes(new URL(`../../${path}`, import.meta.url)));
  const good = new Set<number>();
  for await (const { rows } of readFile(
    { name: path, size: bytes.length, pieces: () => inPieces([bytes]) },
    aContext(),
  )) {
    for (const { row, record } of rows) if (record !== null) good.add(row);
  }
  const rows = (await rowsOf('f', bytes)).filter(({ row }) => good.has(row));
  const columns = Object.keys(rows[0]?.cells ?? {});
  const id = columns.find((column) => ['id', 'eventid', 'event_id_cnty'].includes(column)) ?? '';
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const cells = { ...rows[index % rows.length]?.cells, [id]: `${index + 1}` };
    return columns.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(',');
  });
  const text = new TextEncoder().encode([columns.join(','), ...lines, ''].join('\n'));
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, index) =>
    text.subarray(index * PIECE, (index + 1) * PIECE),
  );
}

async function* inPieces(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** Rows of records and of refused rows, and the seconds of processor time that they took. */
async function measure(path: string, pieces: readonly Uint8Array[]) {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const context = aContext();
  const before = process.cpuUsage();
  let [rows, records] = [0, 0];
  for await (const batch of readFile({ name: path, size, pieces: () => inPieces(pieces) }, context)) {
    rows += batch.rows.length;
    for (const { record } of batch.rows) if (record !== null) records++;
  }
  const { user, system } = process.cpuUsage(before);
  return { rows, records, seconds: (user + system) / 1e6 };
}

process.stdout.write(
  '| file | rows | records | rows per second of processor time, best and all |\n|---|--:|--:|--:|\n',
);
for (const path of FIXTURES) {
  const pieces = await piecesOf(path);
  const runs = [];
  for (let left = REPETITIONS; left > 0; left--) runs.push(await measure(path, pieces));
  const speeds = runs.map(({ rows, seconds }) => Math.round(rows / seconds));
  const [first] = runs;
  const name = path.slice(path.lastIndexOf('/') + 1);
  process.stdout.write(
    `| ${name} | ${first?.rows} | ${first?.records} | ${Math.max(...speeds)} (${speeds.join(', ')}) |\n`,
  );
}
