import { builtinModules } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const folder = dirname(fileURLToPath(import.meta.url));

/** One file for production: the workspace's TypeScript bundled in, packages from npm left to node_modules. */
export default defineConfig({
  root: folder,
  plugins: [keepSourceAddresses()],
  ssr: { noExternal: [/^@corridor\//] },
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rollupOptions: { external: [...builtinModules, /^node:/], output: { format: 'es', entryFileNames: '[name].js' } },
  },
});

/**
 * `import.meta.url` stays the address of the source file, told from the bundle: what a package reads from its own
 * folder (data files, a worker) is found from the bundle as from the source.
 */
function keepSourceAddresses(): Plugin {
  let outDir = folder;
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
