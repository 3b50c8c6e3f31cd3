import type { FuzzReport } from './fuzz-run.ts';

const MB = 1024 * 1024;

/** What a run found, in Markdown: a table of routes and statuses, and a few figures. */
export function formatFuzz(report: FuzzReport): string {
  const { auditEntries, memory, overSecond, requests, seconds, statuses, times } = report;
  const ms = (value: number) => `${Math.round(value)} ms`;
  const mb = (bytes: number) => `${Math.round(bytes / MB)} MB`;
  return [
    formatStatuses(statuses),
    '',
    `- ${requests} requests in ${Math.round(seconds)} s`,
    `- answers: median ${ms(times.median)}, one in a thousand over ${ms(times.oneInThousand)}, slowest ${ms(times.slowest)}; over a second: ${overSecond}`,
    ...(memory ? [`- memory: ${mb(memory.warm)} warm, ${mb(memory.peak)} at most, ${mb(memory.end)} at the end`] : []),
    `- entries of the audit trail, which verifies: ${auditEntries}`,
    `- faults: ${report.faults.length}`,
  ].join('\n');
}

function formatStatuses(statuses: FuzzReport['statuses']): string {
  const names = [...statuses.keys()].sort();
  const codes = [...new Set(names.flatMap((name) => [...(statuses.get(name)?.keys() ?? [])]))].sort((a, b) => a - b);
  return [
    `| route | ${codes.join(' | ')} |`,
    `|---|${codes.map(() => '--:').join('|')}|`,
    ...names.map((name) => `| \`${name}\` | ${codes.map((code) => statuses.get(name)?.get(code) ?? '').join(' | ')} |`),
  ].join('\n');
}

/** Each kind of fault once, with how often and an example. */
export function formatFaults(faults: FuzzReport['faults']): string {
  const byKind = new Map<string, FuzzReport['faults'][number][]>();
  for (const fault of faults) {
    const kind = `${fault.what.replace(/\d+ ms/, 'long')} ${routeOf(fault.request)}`;
    byKind.set(kind, [...(byKind.get(kind) ?? []), fault]);
  }
  return [...byKind.values()]
    .map((same) => {
      const [{ answer, asker, request, what } = { answer: '', asker: '', request: '', what: '' }] = same;
      return `${same.length} × ${what}\n  ${asker}: ${request}\n  → ${answer}`;
    })
    .join('\n\n');
}

function routeOf(request: string): string {
  return request
    .split(/[ ?]/, 2)
    .join(' ')
    .replace(/(\/v1\/\w+\/)[^/]+/, '$1…')
    .slice(0, 60);
}
