import { join } from 'node:path';
import { runCorridor } from '../cli/commands/run-corridor.ts';

/** Runs commands as an operator who stands in a folder, whose database is in `data` there. */
export function commandsIn(folder: string) {
  return async (argv: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const output: string[] = [];
    const errors: string[] = [];
    const code = await runCorridor(
      argv,
      { DATA_DIR: join(folder, 'data'), INIT_CWD: folder, ...env },
      { print: (text) => output.push(text), complain: (text) => errors.push(text), progress: () => undefined },
    );
    return { code, output: output.join('\n'), errors: errors.join('\n') };
  };
}
