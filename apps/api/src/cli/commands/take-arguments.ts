import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command.ts';

/** Options and files of a command; throws UsageError for an option it has not, and for too many or too few files. */
export function takeArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  files: { readonly atLeast: number; readonly atMost: number },
) {
  const parsed = parse(args, options);
  const { length } = parsed.positionals;
  if (length < files.atLeast) throw new UsageError('a file is missing');
  if (length > files.atMost) throw new UsageError(`"${parsed.positionals[files.atMost]}" is one too many`);
  return { values: parsed.values, files: parsed.positionals };
}

function parse<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
