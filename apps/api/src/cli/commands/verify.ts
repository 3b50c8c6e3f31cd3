import { readFile } from 'node:fs/promises';
import type { AuditHead } from '@corridor/store';
import { z } from 'zod';
import { type Command, CommandError } from './command.ts';
import { printReport } from './print-report.ts';
import { takeArguments } from './take-arguments.ts';
import { withMaintenance } from './with-maintenance.ts';

export const verify: Command = {
  usage: '[--head FILE]',
  summary:
    'Checks the audit trail and names the first broken link; with --head also that an end exported before is in it.',
  async run(args, context) {
    const { values } = takeArguments(args, { head: { type: 'string' } }, { atLeast: 0, atMost: 0 });
    const head = values.head === undefined ? undefined : await readHead(context.pathOf(values.head));
    const report = await withMaintenance(context, (maintenance) =>
      maintenance.verifyAudit({
        ...(head && { head }),
        onProgress: ({ entries, incidents, versions }) =>
          context.progress(`${entries} entries, ${versions} versions, ${incidents} incidents …`),
      }),
    );
    context.progress('');
    return printReport(report, context);
  },
};

const headSchema = z.object({ position: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

async function readHead(file: string): Promise<Pick<AuditHead, 'position' | 'hash'>> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CommandError(`${file} cannot be read: ${error.message}`);
  });
  try {
    return headSchema.parse(JSON.parse(text));
  } catch {
    throw new CommandError(`${file} is no head of an audit trail: the command head writes one`);
  }
}
