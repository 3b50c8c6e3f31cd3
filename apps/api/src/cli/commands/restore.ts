import { existsSync } from 'node:fs';
import { restoreBackup } from '@corridor/store';
import { type Command, CommandError } from './command.ts';
import { printReport } from './print-report.ts';
import { takeArguments } from './take-arguments.ts';

export const restore: Command = {
  usage: 'FILE',
  summary: 'Restores a backup into an empty database, all of it or nothing, and checks its audit trail.',
  async run(args, context) {
    const { files } = takeArguments(args, {}, { atLeast: 1, atMost: 1 });
    const file = context.pathOf(files[0] ?? '');
    if (!existsSync(file)) throw new CommandError(`there is no file ${file}`);
    const { content, report } = await restoreBackup(context.database, file, (rows, total) =>
      context.progress(`${rows} of ${total} rows …`),
    );
    context.progress('');
    context.print(
      `Restored ${content.rows} rows in ${content.manifest.tables.length} tables, backed up at ${content.manifest.createdAt}.`,
    );
    return printReport(report, context);
  },
};
