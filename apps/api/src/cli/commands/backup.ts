import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { inspectBackup } from '@corridor/store';
import { type Command, type CommandContext, CommandError } from './command.ts';
import { takeArguments } from './take-arguments.ts';
import { withMaintenance } from './with-maintenance.ts';

export const backup: Command = {
  usage: 'FILE',
  summary: 'Writes the whole database to one file, also while the server runs, and reads it back to check it.',
  async run(args, context) {
    const { files } = takeArguments(args, {}, { atLeast: 1, atMost: 1 });
    const file = context.pathOf(files[0] ?? '');
    if (existsSync(file)) throw new CommandError(`${file} is there already: a backup overwrites nothing`);
    const draft = `${file}.partial`;
    await rm(draft, { force: true });
    try {
      await writeDraft(draft, context);
      const { bytes, manifest, rows } = await inspectBackup(draft);
      await rename(draft, file);
      const revision = manifest.head === null ? '' : ` of revision ${manifest.head.revision}`;
      context.print(
        `${file} has ${rows} rows in ${manifest.tables.length} tables${revision} (${megabytes(bytes)} unpacked), and is whole.`,
      );
      return 0;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  },
};

/** For its owner only: it holds everything, people's addresses and the hashes of their passwords too. */
async function writeDraft(file: string, context: CommandContext): Promise<void> {
  const output = await open(file, 'wx', 0o600).catch((error: Error) => {
    throw new CommandError(`${file} cannot be written: ${error.message}`);
  });
  try {
    await withMaintenance(context, (maintenance) => maintenance.backup(output.createWriteStream({ flush: true })));
  } finally {
    await output.close();
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
