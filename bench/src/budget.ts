import { IncidentTable } from '@corridor/incident-table';
import type { BenchGeography } from './bench-geography.ts';
import { bufferBytes } from './buffer-bytes.ts';
import { timeTurn } from './compare-rivals.ts';
import { formatTable } from './format-table.ts';
import { createCountedIncidents } from './incident-source.ts';
import { createWorkloads, type Workload } from './rival-workloads.ts';
import { crossfilter2 } from './rivals/crossfilter2.ts';
import { ourEngine } from './rivals/our-engine.ts';
import type { Contestant } from './rivals/rival.ts';
import { createRivalColumns, type RivalColumns } from './rivals/rival-columns.ts';
import { typedArrayPass } from './rivals/typed-array-pass.ts';
import { wireBytes } from './wire-bytes.ts';

/** What each measured figure may be at most, by its name. */
export type Budget = Readonly<Record<string, number>>;

const ROWS = 20_000;
/** For how the cost grows: a tenth of the rows. */
const FEW_ROWS = ROWS / 10;
const WARM_UP = 20;
const ROUNDS = 60;

/**
 * The figures that budget.json limits: ratios of the shortest times of contestants that take turns in one process, so that a
 * slow machine or a busy neighbour hits them alike, and bytes a row. No time enters on its own.
 */
export async function measureBudget(geography: BenchGeography): Promise<Budget> {
  const many = prepare(ROWS, geography);
  const few = prepare(FEW_ROWS, geography);
  const ours = ourEngine(many.table, geography, many.columns);
  const [pass, crossfilter] = [await typedArrayPass.load(many.columns), await crossfilter2.load(many.columns)];
  const small = ourEngine(few.table, geography, few.columns);
  const figures: Record<string, number> = {};
  const fewWorkloads = singleSteps(few.columns);
  for (const [index, workload] of singleSteps(many.columns).entries()) {
    const fewer = fewWorkloads[index] ?? workload;
    const time = (contestant: Contestant) => (turn: number) => timeTurn(contestant, many.columns, workload, turn);
    const [own, scanned, crossed, grown] = await shortest([
      time(ours),
      time(pass),
      time(crossfilter),
      (turn) => timeTurn(small, few.columns, fewer, turn),
    ]);
    figures[`${workload.name}: ours / one pass over typed arrays`] = ratio(own, scanned);
    figures[`${workload.name}: ours / crossfilter2`] = ratio(own, crossed);
    figures[`${workload.name}: ours, ${ROWS} rows / ${FEW_ROWS} rows`] = ratio(own, grown);
  }
  figures['bytes a row in memory, texts aside'] = bufferBytes(many.table.columns) / ROWS;
  figures['bytes a row on the wire, before compression'] = wireBytes(many.table) / ROWS;
  return figures;
}

function prepare(count: number, geography: BenchGeography) {
  const incidents = createCountedIncidents(count, geography);
  const site = geography.sites[0]?.id ?? '';
  return { table: IncidentTable.fromIncidents(incidents, 1), columns: createRivalColumns(incidents, geography, site) };
}

/** A drag is the same step again and again. */
function singleSteps(columns: RivalColumns): readonly Workload[] {
  return createWorkloads(columns).filter(({ steps }) => steps(0).length === 1);
}

/** The shortest time of each: a round is a turn of every one. */
async function shortest(runs: readonly ((turn: number) => Promise<number | null>)[]): Promise<readonly number[]> {
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < WARM_UP + ROUNDS; turn++) {
    for (const [index, run] of runs.entries()) {
      const took = (await run(turn)) ?? Number.POSITIVE_INFINITY;
      if (turn >= WARM_UP) best[index] = Math.min(best[index] ?? took, took);
    }
  }
  return best;
}

function ratio(ours = Number.NaN, theirs = Number.NaN): number {
  return ours / theirs;
}

export interface BudgetLine {
  readonly name: string;
  /** NaN where the figure is not measured any more. */
  readonly measured: number;
  /** NaN where the figure has no limit yet. */
  readonly limit: number;
  readonly isOver: boolean;
}

/** Every figure and every limit: one without the other counts as over. */
export function compareWithBudget(measured: Budget, limits: Budget): readonly BudgetLine[] {
  const names = [...new Set([...Object.keys(measured), ...Object.keys(limits)])];
  return names.map((name) => {
    const [figure, limit] = [measured[name] ?? Number.NaN, limits[name] ?? Number.NaN];
    return { name, measured: figure, limit, isOver: !(figure <= limit) };
  });
}

export function formatBudget(lines: readonly BudgetLine[]): string {
  return formatTable(
    ['Figure', 'measured', 'at most', ''],
    lines.map(({ name, measured, limit, isOver }) => [
      name,
      measured.toPrecision(3),
      String(limit),
      isOver ? 'OVER' : '',
    ]),
  );
}
