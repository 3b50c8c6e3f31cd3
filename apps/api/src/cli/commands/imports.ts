import { openStore } from '@corridor/store';
import type { Command } from './command.ts';
import { takeArguments } from './take-arguments.ts';

const SHOWN = 50;

export const imports: Command = {
  usage: '',
  summary: 'Lists the last fifty imports. The server must not run.',
  async run(args, { database, print }) {
    takeArguments(args, {}, { atLeast: 0, atMost: 0 });
    const store = await openStore(database);
    try {
      const batches = await store.imports.list({ before: null, limit: SHOWN });
      if (batches.length === 0) print('Nothing was imported yet.');
      for (const { by, counts, file, id, startedAt, state } of batches) {
        const { changed, conflict, deleted, duplicate, new: added, rejected } = counts;
        const figures = `${added} new, ${changed} changed, ${deleted} deleted, ${duplicate} doubles, ${rejected} rejected, ${conflict} conflicts`;
        print(`${String(id).padStart(5)}  ${startedAt}  ${state.padEnd(10)}  ${file} by ${by}: ${figures}`);
      }
      return 0;
    } finally {
      await store.close();
    }
  },
};
