import type { ImportBatch } from '@corridor/store';
import { expect, test } from 'vitest';
import { NO_COUNTS } from './import-deps.ts';
import { toImportSummary } from './show-import.ts';

const BATCH: ImportBatch = {
  ...{
    id: 1,
    file: 'events.csv',
    size: 1000,
    digest: null,
    format: 'ucdp',
    origins: ['ucdp'],
    by: 'li',
    runner: 'here',
  },
  ...{ mapping: null, mappingName: null, bringsDuplicates: false, fault: '' },
  ...{ startedAt: '2030-01-01T00:00:00.000Z', stateAt: '2030-01-01T00:00:00.000Z', beatAt: '2030-01-01T00:00:10.000Z' },
  ...{ state: 'committing', bytesDone: 250, rowsDone: 50, counts: NO_COUNTS },
};

test('what is left is told by the bytes of the file while it is read or brought in', () => {
  expect(toImportSummary(BATCH)).toMatchObject({ rowsPerSecond: 5, secondsLeft: 30 });
  expect(toImportSummary({ ...BATCH, bytesDone: 0, rowsDone: 0 })).toMatchObject({ secondsLeft: null });
});

test('what is left is told by the records that came in while they are taken back', () => {
  const undoing: ImportBatch = {
    ...BATCH,
    state: 'undoing',
    bytesDone: 1000,
    counts: { ...NO_COUNTS, new: 40, changed: 60 },
  };
  expect(toImportSummary(undoing)).toMatchObject({ rowsPerSecond: 5, secondsLeft: 10 });
  expect(toImportSummary({ ...undoing, rowsDone: 0 })).toMatchObject({ rowsPerSecond: null, secondsLeft: null });
  expect(toImportSummary({ ...undoing, state: 'undone' })).toMatchObject({ rowsPerSecond: null, secondsLeft: null });
});
