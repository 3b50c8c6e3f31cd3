import { expect, test } from 'vitest';
import { StoreError, toStoreError } from './store-error.ts';

const withCode = (code: string, message = 'words') => Object.assign(new Error(message), { code });

test.each([
  ['disk-full', withCode('53100')],
  ['disk-full', withCode('ENOSPC')],
  ['hung', withCode('57014')],
  ['unreachable', withCode('ECONNREFUSED')],
  ['unreachable', withCode('57P01')],
  ['unreachable', withCode('28P01')],
  ['unreachable', new AggregateError([withCode('ECONNREFUSED', 'refused')])],
  ['unreachable', new Error('Connection terminated unexpectedly')],
  ['invalid-record', withCode('22P05')],
  ['invalid-record', withCode('23514')],
  ['closed', new Error('Cannot use a pool after calling end on the pool')],
  ['query-failed', withCode('42P01')],
  ['query-failed', 'not even an error'],
])('is %s for %o', (code, thrown) => {
  const error = toStoreError(thrown);
  expect(error).toBeInstanceOf(StoreError);
  expect(error.code).toBe(code);
  expect(error.cause).toBe(thrown);
});

test('says what each attempt to connect met', () => {
  const attempts = [withCode('ECONNREFUSED', 'connect ::1:5432'), withCode('ECONNREFUSED', 'connect 127.0.0.1:5432')];
  expect(toStoreError(new AggregateError(attempts)).message).toBe(
    'the PostgreSQL server cannot be reached: connect ::1:5432; connect 127.0.0.1:5432',
  );
});

test('a store’s own error stays as it is', () => {
  const error = new StoreError('not-empty', 'full');
  expect(toStoreError(error)).toBe(error);
});
