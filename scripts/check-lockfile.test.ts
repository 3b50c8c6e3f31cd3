import { expect, it } from 'vitest';
import { addressesIn } from './check-lockfile.mjs';

it('finds the lines that name a tarball or a host', () => {
  const lockfile = 'packages:\n  a@1.0.0:\n    resolution: {tarball: a.tgz}\n  b@http://host/b.tgz:\n    x: 1\n';
  expect(addressesIn(lockfile)).toEqual([3, 4]);
});

it('passes a lockfile that names only versions and hashes', () => {
  expect(addressesIn('packages:\n  a@1.0.0:\n    resolution: {integrity: sha512-abc}\n')).toEqual([]);
});
