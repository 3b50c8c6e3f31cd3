import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = fileURLToPath(new URL('./kernels.ts', import.meta.url));
const OUTPUT = new URL('../src/kernels-binary.ts', import.meta.url);

/**
 * The module that src/kernels-binary.ts holds, for use and for a test that it is up to date.
 * @returns {Promise<string>} base64
 */
export async function compileKernels() {
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await asc.main(
    [
      SOURCE,
      '--outFile',
      'kernels.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--importMemory',
      '--disable',
      'sign-extension,mutable-globals',
    ],
    {
      writeFile(_name, contents) {
        if (contents instanceof Uint8Array) binary = contents;
      },
    },
  );
  if (error || !binary) throw new Error(`The kernels do not compile: ${stderr.toString()}`, { cause: error });
  return Buffer.from(binary).toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const base64 = await compileKernels();
  await writeFile(
    OUTPUT,
    `/** kernels/kernels.ts as WebAssembly, base64; written by kernels/build.mjs. */\nexport const KERNELS_BINARY =\n  '${base64}';\n`,
  );
}
