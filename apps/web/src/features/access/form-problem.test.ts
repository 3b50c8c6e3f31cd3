import { expect, test } from 'vitest';
import { ApiError } from '../../lib/api/fetch-json.ts';
import { formProblem } from './form-problem.ts';

function told(error: Error | null) {
  const { fields, other } = formProblem(error, ['email', 'password']);
  return { fields: Object.fromEntries(fields), other };
}

test('a single fault is told in the words that the API has for it', () => {
  const reason = 'has at least 15 characters';
  const error = new ApiError(400, `The password ${reason}.`, { invalid: [{ name: 'password', reason }] });
  expect(told(error)).toEqual({ fields: { password: 'The password has at least 15 characters.' }, other: null });
});

test('the name of a field is not said again under its label', () => {
  const error = new ApiError(400, 'email: Invalid email address.', {
    invalid: [{ name: 'email', reason: 'Invalid email address' }],
  });
  expect(told(error).fields).toEqual({ email: 'Invalid email address.' });
});

test('several faults stand at their fields, and what has no field is said as a whole', () => {
  const invalid = [
    { name: 'email', reason: 'is empty' },
    { name: 'token', reason: 'is too long' },
  ];
  const error = new ApiError(400, 'email: is empty; token: is too long.', { invalid });
  expect(told(error)).toEqual({
    fields: { email: 'Is empty.' },
    other: 'email: is empty; token: is too long.',
  });
});

test('other errors have their own words', () => {
  expect(told(new ApiError(429, 'Try again later.'))).toEqual({ fields: {}, other: 'Try again later.' });
  expect(told(new TypeError('Failed to fetch')).other).toBe('Failed to fetch');
  expect(told(null)).toEqual({ fields: {}, other: null });
});
