import type { OpenStoreOptions } from '@corridor/store';

/** Where a command writes. */
export interface Terminal {
  /** What was asked for. */
  readonly print: (text: string) => void;
  /** What went wrong. */
  readonly complain: (text: string) => void;
  /** One line that the next one takes the place of; an empty one takes it away. Shown to people only. */
  readonly progress: (text: string) => void;
}

export interface CommandContext extends Terminal {
  /** The same database as the server's. */
  readonly database: OpenStoreOptions;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A path that the operator gave, from where the operator stands. */
  readonly pathOf: (given: string) => string;
}

/** 0: done. 1: it could not be done. 2: wrongly called. 3: done, and the audit trail is broken. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  /** What follows its name. */
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[], context: CommandContext) => Promise<ExitCode>;
}

/** The command was not called as its usage says. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something an operator can put right, in one line. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
