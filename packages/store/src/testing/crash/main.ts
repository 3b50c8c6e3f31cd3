import { CrashFault } from './crash-fault.ts';
import { formatRounds } from './format-rounds.ts';
import { parseCrashArguments, USAGE } from './parse-crash-arguments.ts';
import { runRounds } from './run-rounds.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function main(): Promise<void> {
  const { database, rounds, seed } = parseCrashArguments(process.argv.slice(2));
  say(`${rounds} rounds on ${database}, --seed ${seed}`);
  const results = await runRounds({
    ...{ database, rounds, seed },
    onRound: (number, { acknowledged, found, kills, kind, openMs, serverKills }) => {
      const killed = `${kills} killed${serverKills > 0 ? ` (${serverKills} by its server)` : ''}`;
      say(
        `${number}: ${kind}, ${killed}, found ${found}, ${acknowledged} acknowledged, next start ${Math.round(openMs)} ms`,
      );
    },
  });
  say(
    `\n${formatRounds(results)}\n\nEvery acknowledged write was there, no part of another, and every audit trail verified.`,
  );
}

/** What the rounds found, or a wrong argument, in one line; anything else is our own mistake. */
function explain(error: unknown): string {
  if (error instanceof CrashFault) return error.message;
  if (error instanceof RangeError || error instanceof TypeError) return `${error.message}\nUsage: ${USAGE}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  },
);
