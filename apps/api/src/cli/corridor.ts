import { runCorridor } from './commands/run-corridor.ts';

/** `npm run corridor -- <command>`: what an operator does with a database besides serving it. See docs/operations.md. */
process.exitCode = await runCorridor(process.argv.slice(2), process.env, {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  },
});
