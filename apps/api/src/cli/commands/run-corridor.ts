import { resolve } from 'node:path';
import { StoreError } from '@corridor/store';
import { ConfigError, parseConfig } from '../../config.ts';
import { backup } from './backup.ts';
import { chain } from './chain.ts';
import { type Command, CommandError, type ExitCode, type Terminal, UsageError } from './command.ts';
import { head } from './head.ts';
import { importFile } from './import.ts';
import { importApi } from './import-api.ts';
import { importUndo } from './import-undo.ts';
import { imports } from './imports.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    ...{ verify, head, chain, backup, restore, imports },
    ...{ import: importFile, 'import-api': importApi, 'import-undo': importUndo },
  }),
);

/** Runs one command on the database that the environment names, as the server does. Gives the exit code. */
export async function runCorridor(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const [name = 'help', ...args] = argv;
  if (['help', '--help', '-h'].includes(name)) {
    terminal.print(helpText());
    return argv.length === 0 ? 2 : 0;
  }
  const command = COMMANDS.get(name);
  if (!command) {
    terminal.complain(`There is no command "${name}". The commands are: ${[...COMMANDS.keys()].join(', ')}, help.`);
    return 2;
  }
  try {
    const { dataDir, databaseUrl } = parseConfig(env);
    return await command.run(args, {
      ...terminal,
      env,
      database: { dataDir, databaseUrl, onWarning: terminal.complain },
      // npm runs scripts in the repository's folder, and says where it was called.
      pathOf: (given) => resolve(env.INIT_CWD ?? '.', given),
    });
  } catch (error) {
    terminal.progress('');
    terminal.complain(explain(error, `corridor ${name} ${command.usage}`));
    return error instanceof UsageError ? 2 : 1;
  }
}

/** One plain line for what an operator can put right; the whole error for what only we can. */
function explain(error: unknown, usage: string): string {
  if (error instanceof UsageError) return `Wrongly called: ${error.message}. Usage: ${usage}`;
  if (error instanceof ConfigError) return `The environment is wrong: ${error.message}`;
  if (error instanceof StoreError || error instanceof CommandError) return `It cannot be done: ${error.message}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function helpText(): string {
  const lines = [...COMMANDS].map(([name, { summary, usage }]) => `  ${`${name} ${usage}`.padEnd(24)}${summary}`);
  return [
    'Usage: npm run corridor -- <command>, with DATA_DIR or DATABASE_URL set as for the server.',
    '',
    ...lines,
    `  ${'help'.padEnd(24)}This text.`,
    '',
    'Exit codes: 0 done; 1 not possible; 2 wrongly called; 3 done, and the audit trail is broken.',
  ].join('\n');
}
