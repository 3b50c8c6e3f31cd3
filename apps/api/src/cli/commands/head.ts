import { writeFile } from 'node:fs/promises';
import { type Command, CommandError } from './command.ts';
import { takeArguments } from './take-arguments.ts';
import { withMaintenance } from './with-maintenance.ts';

export const head: Command = {
  usage: '[FILE]',
  summary:
    'Exports where the audit trail ends, as JSON. Keep it where nobody who can change the database can change it.',
  async run(args, context) {
    const { files } = takeArguments(args, {}, { atLeast: 0, atMost: 1 });
    const found = await withMaintenance(context, (maintenance) => maintenance.auditHead());
    const text = JSON.stringify(found, null, 2);
    const [given] = files;
    if (given === undefined) {
      context.print(text);
      return 0;
    }
    const file = context.pathOf(given);
    await writeFile(file, `${text}\n`, { flag: 'wx' }).catch((error: Error) => {
      throw new CommandError(`${file} cannot be written: ${error.message}`);
    });
    context.print(`Entry ${found.position} is in ${file}.`);
    return 0;
  },
};
