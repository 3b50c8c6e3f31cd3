import { access, constants } from 'node:fs/promises';
import type { ImportDeps } from '../../services/imports/import-deps.ts';
import { mappingOf } from '../../services/imports/mappings.ts';
import { type Command, CommandError, type ExitCode } from './command.ts';
import { IMPORT_OPTIONS, importFrom, takeBackHalfDone } from './import-from.ts';
import { takeArguments } from './take-arguments.ts';
import { withImports } from './with-imports.ts';

export const importFile: Command = {
  usage: 'FILE [--commit] [--bring-duplicates] [--mapping NAME] [--issues CSV]',
  summary: 'Says what a file of records would bring; with --commit also brings it in. The server must not run.',
  async run(args, context) {
    const options = { ...IMPORT_OPTIONS, mapping: { type: 'string' } } as const;
    const { files, values } = takeArguments(args, options, { atLeast: 1, atMost: 1 });
    const path = context.pathOf(files[0] ?? '');
    await mustBeReadable(path);
    return withImports(context, async (deps): Promise<ExitCode> => {
      await takeBackHalfDone(deps, context);
      const named = values.mapping === undefined ? null : await findMapping(deps, values.mapping);
      await importFrom(deps, path, named, values, context);
      return 0;
    });
  },
};

/** Before the database is opened, which takes longer. */
async function mustBeReadable(path: string): Promise<void> {
  await access(path, constants.R_OK).catch((error: Error) => {
    throw new CommandError(`${path} cannot be read: ${error.message}`);
  });
}

async function findMapping({ store }: ImportDeps, name: string) {
  const saved = await store.imports.mapping(name);
  if (saved) return { name, mapping: mappingOf(saved) };
  const names = (await store.imports.mappings()).map((one) => one.name).join(', ');
  throw new CommandError(`there is no mapping ${name}; there are: ${names || 'none'}`);
}
