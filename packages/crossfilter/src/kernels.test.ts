import { expect, test } from 'vitest';
import { compileKernels } from '../kernels/build.mjs';
import { KERNELS_BINARY } from './kernels-binary.ts';

test('the binary is what the source compiles to', async () => {
  expect(await compileKernels()).toBe(KERNELS_BINARY);
});
