import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@corridor/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsIn } from '../../testing/run-command.ts';
import { aUcdpFile } from '../../testing/ucdp-file.ts';

const DAY = { date_start: '2031-05-02', date_end: '2031-05-02' };

describe('corridor import', { timeout: 120_000 }, () => {
  let folder: string;
  let corridor: ReturnType<typeof commandsIn>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corridor-import-'));
    corridor = commandsIn(folder);
    await writeFile(
      join(folder, 'events.csv'),
      aUcdpFile([{ id: '1' }, { id: '2', ...DAY }, { id: '3', best: 'many' }]),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const statusOf = async (id: string) => {
    const store = await openStore({ dataDir: join(folder, 'data') });
    try {
      return (await store.incidentById(id))?.incident.status ?? null;
    } finally {
      await store.close();
    }
  };

  it('says what a file would bring, and writes all issues where it is told to', async () => {
    const report = await corridor(['import', 'events.csv', '--issues', 'issues.csv']);
    expect(report).toMatchObject({ code: 0, errors: expect.stringMatching(/^Loading \d+ incidents …$/) });
    expect(report.output).toMatch(/Import 1 of events\.csv \(ucdp\): reported\. 3 rows:\n +2 {2}new records\n/);
    expect(report.output).toMatch(/1 {2}rows that gave no record/);
    expect(report.output).toMatch(/Nothing is written yet: the same with --commit brings it in\.$/);
    expect(await readFile(join(folder, 'issues.csv'), 'utf8')).toContain('rejected,4,best,many,');
    expect(await statusOf('ucdp-1')).toBeNull();
    expect(await corridor(['import', 'events.csv', '--issues', 'issues.csv'])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/issues\.csv cannot be written: EEXIST/),
    });
  });

  it('brings it in, changes nothing the second time, and takes it back', async () => {
    const committed = await corridor(['import', 'events.csv', '--commit']);
    expect(committed).toMatchObject({ code: 0, errors: '' });
    const [, id = ''] = /import-undo (\d+)$/.exec(committed.output) ?? [];
    expect(await statusOf('ucdp-1')).toBe('reported');
    const again = await corridor(['import', 'events.csv', '--commit']);
    expect(again.output).toContain(`It is the same file as import ${id}, which is committed.\nIt changes nothing.`);
    const listed = await corridor(['imports']);
    expect(listed.output).toMatch(
      /committed {3}events\.csv by operator: 2 new, 0 changed, 0 deleted, 0 doubles, 1 rejected/,
    );
    expect(await corridor(['import-undo', id])).toMatchObject({ code: 0, output: `Import ${id} is taken back.` });
    expect(await statusOf('ucdp-1')).toBe('retracted');
    expect(await corridor(['import-undo', id])).toMatchObject({ code: 1, errors: expect.stringMatching(/is undone/) });
  });

  it.each([
    [['import'], 2, /a file is missing/],
    [['import', 'nothing.csv'], 1, /nothing\.csv cannot be read: ENOENT/],
    [['import', 'events.csv', '--mapping', 'nobody'], 1, /there is no mapping nobody; there are: none/],
    [['import-undo', 'x'], 2, /"x" is no number of an import/],
    [['import-undo', '99'], 1, /there is no import 99/],
  ])('says in one line what is wrong with %j', async (argv, code, message) => {
    const result = await corridor(argv);
    expect(result.code).toBe(code);
    expect(result.errors).toMatch(message);
    expect(result.errors.split('\n')).toHaveLength(1);
  });
});
