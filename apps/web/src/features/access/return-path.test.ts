import { expect, test } from 'vitest';
import { returnPath, signInPath } from './return-path.ts';

test('leads back to a page of ours with its query', () => {
  expect(returnPath('/map?province=Balochistan&from=2024-01-01')).toBe('/map?province=Balochistan&from=2024-01-01');
  expect(returnPath('/people')).toBe('/people');
});

test.each([
  undefined,
  '',
  'map',
  'https://example.org/',
  '//example.org/',
  '/\\example.org/',
  '/\t/example.org/',
  '/.//example.org/',
  '/a/..//example.org/',
  '/map?q=\ud800',
  'javascript:alert(1)',
  `/map?q=${'x'.repeat(2000)}`,
  '/sign-in?returnTo=/map',
  '/welcome?token=abc',
])('leads nowhere else: %s', (text) => {
  expect(returnPath(text)).toBe('/');
});

test('the sign-in page is told the way back, and none to itself', () => {
  const path = signInPath({ pathname: '/incidents', search: '?q=convoy&type=Riots' });
  expect(new URL(path, 'http://here').searchParams.get('returnTo')).toBe('/incidents?q=convoy&type=Riots');
  expect(signInPath({ pathname: '/sign-in', search: '?returnTo=/map' })).toBe('/sign-in');
});
