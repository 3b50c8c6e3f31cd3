import { takeBackImport } from '../../services/imports/take-back-import.ts';
import { type Command, CommandError, type ExitCode, UsageError } from './command.ts';
import { takeArguments } from './take-arguments.ts';
import { OPERATOR, withImports } from './with-imports.ts';

/** Records that are named one by one. */
const NAMED = 100;

export const importUndo: Command = {
  usage: 'NUMBER',
  summary: 'Takes back all that an import brought, but for what people changed since. The server must not run.',
  async run(args, context) {
    const { files } = takeArguments(args, {}, { atLeast: 1, atMost: 1 });
    const id = Number(files[0]);
    if (!Number.isSafeInteger(id) || id < 1) throw new UsageError(`"${files[0]}" is no number of an import`);
    return withImports(context, async (deps): Promise<ExitCode> => {
      const { runner, store } = deps;
      await store.imports.move(id, ['committed'], 'undoing', { runner });
      const batch = await store.imports.byId(id);
      if (!batch) throw new CommandError(`there is no import ${id}`);
      if (batch.state !== 'undoing' && batch.state !== 'cancelling') {
        throw new CommandError(`import ${id} is ${batch.state}, and only one that is committed can be undone`);
      }
      await takeBackImport(deps, batch, OPERATOR);
      const kept = await store.imports.issues(id, { after: 0, limit: NAMED, kind: 'kept' });
      context.print(`Import ${id} is taken back${kept.length > 0 ? ', but for these records' : ''}.`);
      for (const { reason, value } of kept) context.print(`  ${value} ${reason}`);
      if (kept.length === NAMED) context.print('  … and maybe more: its issues name all.');
      return 0;
    });
  },
};
