import { open } from 'node:fs/promises';
import type { AuditEntry, Maintenance } from '@corridor/store';
import { type Command, CommandError } from './command.ts';
import { takeArguments } from './take-arguments.ts';
import { withMaintenance } from './with-maintenance.ts';

const ENTRIES_AT_ONCE = 1000;

export const chain: Command = {
  usage: 'FILE',
  summary: 'Exports all entries of the audit trail, one JSON object a line, to be checked by any other program.',
  async run(args, context) {
    const { files } = takeArguments(args, {}, { atLeast: 1, atMost: 1 });
    const file = context.pathOf(files[0] ?? '');
    const output = await open(file, 'wx').catch((error: Error) => {
      throw new CommandError(`${file} cannot be written: ${error.message}`);
    });
    let count = 0;
    try {
      await withMaintenance(context, async (maintenance) => {
        for await (const entries of eachBatch(maintenance)) {
          await output.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
          count += entries.length;
          context.progress(`${count} entries …`);
        }
      });
    } finally {
      context.progress('');
      await output.close();
    }
    context.print(`${count} entries are in ${file}.`);
    return 0;
  },
};

async function* eachBatch(maintenance: Maintenance): AsyncGenerator<readonly AuditEntry[]> {
  for (let after = 0; ; ) {
    const entries = await maintenance.auditEntries({ after, limit: ENTRIES_AT_ONCE });
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    after = last.position;
  }
}
