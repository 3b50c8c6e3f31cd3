import type { AuditReport } from '@corridor/store';
import type { ExitCode, Terminal } from './command.ts';

/** Says what a verification found. */
export function printReport(report: AuditReport, { complain, print }: Terminal): ExitCode {
  if (!report.intact) {
    complain(`The audit trail is BROKEN: ${report.fault.message}.`);
    complain('Nothing was changed. docs/operations.md says what to do.');
    return 3;
  }
  const { checked, head } = report;
  print(
    `The audit trail is intact: ${checked.entries} entries, ${checked.versions} versions, ${checked.incidents} incidents, ${checked.targets} sites and routes.`,
  );
  if (head.at !== null) print(`It ends with entry ${head.position} of ${head.at}, hash ${head.hash}.`);
  return 0;
}
