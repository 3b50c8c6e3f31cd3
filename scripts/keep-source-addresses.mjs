import { relative, resolve, sep } from 'node:path';

/**
 * A plugin of vite: `import.meta.url` stays the address of the source file, told from the bundle, so that what a package
 * reads from its own folder (data files, a worker) is found from the bundle as from the source.
 * @returns {import('vite').Plugin}
 */
export function keepSourceAddresses() {
  let outDir = '';
  return {
    name: 'keep-source-addresses',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    transform(code, id) {
      const file = id.split('?', 1)[0] ?? id;
      if (!code.includes('import.meta.url') || file.includes('node_modules')) return null;
      const address = relative(outDir, file).split(sep).join('/');
      return {
        code: code.replaceAll('import.meta.url', `new URL(${JSON.stringify(address)}, import.meta.url).href`),
        map: null,
      };
    },
  };
}
