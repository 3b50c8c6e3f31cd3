import { formatCount, formatMegabytes, formatMs, formatSeconds } from '../format-figures.ts';
import { formatTable } from '../format-table.ts';
import type { HttpCost, ServerCost } from './bench-http.ts';
import type { ProcessMemory } from './process-memory.ts';
import { type Load, timeAt } from './run-load.ts';

export function formatLoads({ loads, overload, after }: ServerCost): string {
  const all = [
    ...loads,
    { name: 'overload: summary', load: overload },
    { name: 'one at a time, right after', load: after },
  ];
  return formatTable(
    ['Request', 'a second', 'p50', 'p99', 'max', 'MB/s', 'answers'],
    all.map(({ name, load }) => [
      name,
      formatCount(load.answered / load.seconds),
      ...[0.5, 0.99, 1].map((share) => (load.times.length === 0 ? 'none' : formatMs(timeAt(load, share)))),
      (load.bytes / 1e6 / load.seconds).toFixed(1),
      formatStatuses(load),
    ]),
  );
}

export function formatServers({ incidents, fillMs, servers }: HttpCost): string {
  const row = (name: string, cell: (server: ServerCost) => string) => [name, ...servers.map(cell)];
  const filling = `${formatSeconds(fillMs)}, ${formatCount((1000 * incidents) / fillMs)} a second`;
  return formatTable(
    ['The server, by what answers', ...servers.map(({ engine }) => engine)],
    [
      row('filling the store, once', () => filling),
      row('start until ready', ({ readyMs }) => formatSeconds(readyMs)),
      row('memory when ready', ({ memory }) => formatMemory(memory.ready)),
      row('memory after the loads', ({ memory }) => formatMemory(memory.afterLoads)),
      row('memory after the overload', ({ memory }) => formatMemory(memory.afterOverload)),
      row('503 without Retry-After', ({ overload }) => formatCount(overload.withoutRetryAfter)),
      row('broken connections', ({ overload }) => formatCount(overload.broken)),
    ],
  );
}

function formatStatuses({ statuses, broken }: Load): string {
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${formatCount(count)}`);
  return [...counts, ...(broken > 0 ? [`broken: ${formatCount(broken)}`] : [])].join(', ');
}

function formatMemory(memory: ProcessMemory | null): string {
  return memory ? `${formatMegabytes(memory.resident)}, at most ${formatMegabytes(memory.peak)}` : 'not told here';
}
